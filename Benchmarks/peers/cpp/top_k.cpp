// The k largest numbers, the largest first.
#include <algorithm>
#include <functional>
#include <queue>
#include <vector>

extern "C" void top_by_partial_sort(const int* numbers, int n, int* largest, int k) {
    std::partial_sort_copy(numbers, numbers + n, largest, largest + k, std::greater<int>());
}

// Of numbers in ascending order by far the fastest.
extern "C" void top_by_nth_element(const int* numbers, int n, int* largest, int k) {
    std::vector<int> copy(numbers, numbers + n);
    std::nth_element(copy.begin(), copy.begin() + k, copy.end(), std::greater<int>());
    std::sort(copy.begin(), copy.begin() + k, std::greater<int>());
    std::copy(copy.begin(), copy.begin() + k, largest);
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
