#pragma once
#include <functional>
#include <queue>
#include <vector>

/// Two queues; a number goes at once to the side where it belongs: of the usual forms the fastest.
class RunningMedian {
    std::priority_queue<int> low;
    std::priority_queue<int, std::vector<int>, std::greater<int>> high;

public:
    int lower() const { return low.top(); }
    int upper() const { return low.size() > high.size() ? low.top() : high.top(); }

    void add(int number) {
        if (low.empty() || number <= low.top()) low.push(number);
        else high.push(number);
        if (low.size() > high.size() + 1) {
            high.push(low.top());
            low.pop();
        } else if (low.size() < high.size()) {
            low.push(high.top());
            high.pop();
        }
    }
};
