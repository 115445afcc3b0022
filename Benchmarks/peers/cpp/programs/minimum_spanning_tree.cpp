#include "../fast_io.hpp"
#include "../kruskal.hpp"

int main() {
    Reader input(stdin);
    Writer output;
    int n = input.number(), m = input.number();
    std::vector<Edge> edges(m);
    for (Edge& edge : edges) {
        edge.u = input.number();
        edge.v = input.number();
        edge.weight = input.number();
    }
    std::vector<int> tree(n - 1);
    output.number(minimum_spanning_tree(n, edges.data(), m, tree.data()), '\n');
    for (int i = 0; i < n - 1; i++) output.number(tree[i], i < n - 2 ? ' ' : '\n');
}
