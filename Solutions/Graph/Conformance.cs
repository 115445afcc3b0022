namespace Etudes.Graph;

// What each answer conforms to is said here, so that its own file compiles alone.
public partial class DisjointSets : IDisjointSets<DisjointSets>;
public partial class ForestCheck : IForestCheck;
public partial class SpanningForest : ISpanningForest;
public partial class Kruskal : IKruskal;
public partial class Prim : IPrim;
public partial class Boruvka : IBoruvka;
public partial class MaximumSpanningForest : IMaximumSpanningForest;
public partial class BottleneckPath : IBottleneckPath<BottleneckPath>;
public partial class SecondBestTree : ISecondBestTree;
public partial class Arborescence : IArborescence;
public partial class Dijkstra : IDijkstra<Dijkstra>;
public partial class TopologicalOrder : ITopologicalOrder;
public partial class GridSpread : IGridSpread;
public partial class CheapestFlights : ICheapestFlights;

// A faster variant.
public partial class RadixKruskal : IKruskal;
