#pragma once
#include "union_find.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

struct Edge {
    int u, v;
    int64_t weight;
};

/// The indices of the edges taken go to chosen. Whole records are sorted: of the plain forms (records, packed keys, pairs
/// of weight and index, indices alone) the fastest where the scan meets all edges.
inline int64_t minimum_spanning_tree(int n, const Edge* edges, int m, int* chosen) {
    struct Record {
        int64_t weight;
        int u, v, index;
    };
    std::vector<Record> order(m);
    for (int i = 0; i < m; i++) order[i] = {edges[i].weight, edges[i].u, edges[i].v, i};
    std::sort(order.begin(), order.end(), [](const Record& a, const Record& b) { return a.weight < b.weight; });

    UnionFind trees(n);
    int64_t total = 0;
    int taken = 0;
    for (const Record& edge : order) {
        if (!trees.unite(edge.u, edge.v)) continue;
        total += edge.weight;
        chosen[taken++] = edge.index;
        if (taken == n - 1) break;
    }
    return total;
}

/// The same for weights of 0 .. 2^32 - 1: each is packed with its index into one word. The fastest where a few of the
/// edges join all vertices.
inline int64_t minimum_spanning_tree_packed(int n, const Edge* edges, int m, int* chosen) {
    std::vector<uint64_t> order(m);
    for (int i = 0; i < m; i++) order[i] = static_cast<uint64_t>(edges[i].weight) << 32 | i;
    std::sort(order.begin(), order.end());

    UnionFind trees(n);
    int64_t total = 0;
    int taken = 0;
    for (uint64_t key : order) {
        int index = static_cast<int>(key);
        if (!trees.unite(edges[index].u, edges[index].v)) continue;
        total += edges[index].weight;
        chosen[taken++] = index;
        if (taken == n - 1) break;
    }
    return total;
}
