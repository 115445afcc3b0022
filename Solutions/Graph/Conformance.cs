namespace Etudes.Graph;

// What each answer conforms to is said here, so that its own file compiles alone.
public partial class DisjointSets : IDisjointSets<DisjointSets>;
public partial class Prim : IPrim;
