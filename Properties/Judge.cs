using Xunit;

[assembly: TestCaseOrderer("Etudes.Engine.SourceOrder", "Etudes.Engine")]
