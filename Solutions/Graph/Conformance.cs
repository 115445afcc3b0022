namespace Etudes.Graph;

// What each answer conforms to is said here, so that its own file compiles alone.
partial class DisjointSets : IDisjointSets<DisjointSets>;
partial class ForestCheck : IForestCheck;
partial class Kruskal : IKruskal;
partial class Prim : IPrim;
