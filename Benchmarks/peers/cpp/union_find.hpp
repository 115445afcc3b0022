#pragma once
#include <utility>
#include <vector>

/// Union by size, path halving; a root holds minus the size of its set.
class UnionFind {
    std::vector<int> link;

public:
    explicit UnionFind(int n) : link(n, -1) {}

    int find(int x) {
        while (link[x] >= 0) {
            int parent = link[x];
            if (link[parent] < 0) return parent;
            x = link[x] = link[parent];
        }
        return x;
    }

    bool unite(int x, int y) {
        x = find(x);
        y = find(y);
        if (x == y) return false;
        if (link[x] > link[y]) std::swap(x, y);
        link[x] += link[y];
        link[y] = x;
        return true;
    }
};
