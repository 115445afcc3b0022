// The k largest numbers, the largest first.
#include <algorithm>
#include <functional>
#include <queue>
#include <vector>

extern "C" void top_by_partial_sort(const int* numbers, int n, int* largest, int k) {
    std::partial_sort_copy(numbers, numbers + n, largest, largest + k, std::greater<int>());
}

extern "C" void top_by_queue(const int* numbers, int n, int* largest, int k) {
    std::priority_queue<int, std::vector<int>, std::greater<int>> best;
    for (int i = 0; i < n; i++) {
        if (i >= k) {
            if (numbers[i] <= best.top()) continue;
            best.pop();
        }
        best.push(numbers[i]);
    }
    for (; k > 0; best.pop()) largest[--k] = best.top();
}
