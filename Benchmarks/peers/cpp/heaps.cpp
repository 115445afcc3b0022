// What std::priority_queue is used for. A checksum multiplies by 31 before it adds, so that the order counts.
#include "running_median.hpp"

#include <cstdint>
#include <functional>
#include <queue>
#include <vector>

using MinQueue = std::priority_queue<int, std::vector<int>, std::greater<int>>;

extern "C" int64_t push_then_pop(const int* numbers, int n) {
    MinQueue queue;
    for (int i = 0; i < n; i++) queue.push(numbers[i]);
    uint64_t sum = 0;
    for (; !queue.empty(); queue.pop()) sum = 31 * sum + queue.top();
    return sum;
}

// A queue of events: each that happens is followed by another, later one.
extern "C" int64_t pop_and_push(const int* times, int n, const int* delays) {
    MinQueue queue;
    for (int i = 0; i < n; i++) queue.push(times[i]);
    uint64_t sum = 0;
    for (int i = 0; i < n; i++) {
        int now = queue.top();
        queue.pop();
        sum = 31 * sum + now;
        queue.push(now + delays[i]);
    }
    return sum;
}

// Both middles after each number.
extern "C" int64_t running_median(const int* numbers, int n) {
    RunningMedian median;
    uint64_t sum = 0;
    for (int i = 0; i < n; i++) {
        median.add(numbers[i]);
        sum = 31 * (31 * sum + median.lower()) + median.upper();
    }
    return sum;
}
