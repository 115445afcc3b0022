namespace Etudes.Graph;

// What each answer conforms to is said here, so that its own file compiles alone.
partial class DisjointSets : IDisjointSets<DisjointSets>;
partial class ForestCheck : IForestCheck;
partial class SpanningForest : ISpanningForest;
partial class SecondBestTree : ISecondBestTree;
partial class Arborescence : IArborescence;
partial class BottleneckPath : IBottleneckPath<BottleneckPath>;
partial class Dijkstra : IDijkstra<Dijkstra>;
public partial class Boruvka : IBoruvka;
public partial class DisjointSets : IDisjointSets<DisjointSets>;
public partial class ForestCheck : IForestCheck;
public partial class Kruskal : IKruskal;
public partial class MaximumSpanningForest : IMaximumSpanningForest;
public partial class Prim : IPrim;
