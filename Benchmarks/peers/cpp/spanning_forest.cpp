#include "kruskal.hpp"

#include <limits>
#include <queue>

extern "C" int unite_all(int n, const Edge* edges, int m) {
    UnionFind sets(n);
    int count = n;
    for (int i = 0; i < m; i++) count -= sets.unite(edges[i].u, edges[i].v);
    return count;
}

extern "C" int64_t kruskal(int n, const Edge* edges, int m, int* chosen) {
    return minimum_spanning_tree(n, edges, m, chosen);
}

extern "C" int64_t kruskal_packed(int n, const Edge* edges, int m, int* chosen) {
    return minimum_spanning_tree_packed(n, edges, m, chosen);
}

extern "C" int64_t prim(int n, const Edge* edges, int m, int* chosen) {
    struct Arc {
        int64_t weight;
        int to, edge;
    };
    std::vector<int> start(n + 1);
    for (int i = 0; i < m; i++) {
        start[edges[i].u]++;
        start[edges[i].v]++;
    }
    for (int v = 1; v <= n; v++) start[v] += start[v - 1];
    std::vector<Arc> arcs(2 * m);
    for (int i = 0; i < m; i++) {
        arcs[--start[edges[i].u]] = {edges[i].weight, edges[i].v, i};
        arcs[--start[edges[i].v]] = {edges[i].weight, edges[i].u, i};
    }

    auto heavier = [](const Arc& a, const Arc& b) { return a.weight > b.weight; };
    std::priority_queue<Arc, std::vector<Arc>, decltype(heavier)> border(heavier);
    std::vector<int64_t> lightest(n, std::numeric_limits<int64_t>::max());
    std::vector<char> grown(n);
    int64_t total = 0;
    int taken = 0;
    for (int root = 0; root < n; root++) {
        if (grown[root]) continue;
        border.push({0, root, -1});
        while (!border.empty()) {
            Arc arc = border.top();
            border.pop();
            if (grown[arc.to]) continue;
            grown[arc.to] = true;
            if (arc.edge >= 0) {
                total += arc.weight;
                chosen[taken++] = arc.edge;
            }
            for (int k = start[arc.to]; k < start[arc.to + 1]; k++)
                if (!grown[arcs[k].to] && arcs[k].weight < lightest[arcs[k].to]) {
                    lightest[arcs[k].to] = arcs[k].weight;
                    border.push(arcs[k]);
                }
        }
    }
    return total;
}
