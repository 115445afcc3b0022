using FsCheck;
using FsCheck.Fluent;

namespace Etudes.Engine;

/// <summary>What numbers may be handed over in.</summary>
public enum Form { Array, List, LinkedList, Stream, CountedStream }

/// <summary>Any integers in any order, in any form that a caller may have them in: [0, 0, 1], [0, 0, 1] as a stream.</summary>
public sealed record Source(IReadOnlyList<int> Items, Form Form) : IInput<Source>
{
    /// <summary>Its owner has it at hand: a stream is gone once it has been read.</summary>
    public bool IsKept => Form is Form.Array or Form.List or Form.LinkedList;

    /// <summary>A fresh one, the answer's to read. A stream can be read only once and is no collection; a counted one knows how many come.</summary>
    public IEnumerable<int> Open() => Form switch
    {
        Form.Array => Items.ToArray(),
        Form.List => Items.ToList(),
        Form.LinkedList => new LinkedList<int>(Items),
        Form.CountedStream => new CountedReadOnce<int>(Items),
        _ => new ReadOnce<int>(Items),
    };

    /// <summary>Puts something else into what was handed over, as its owner may at any time; a stream has no place for it.</summary>
    public static void Overwrite(IEnumerable<int> handedOver)
    {
        if (handedOver is int[] array) Array.Fill(array, 7);
        else if (handedOver is ICollection<int> collection)
        {
            collection.Clear();
            collection.Add(7);
        }
    }

    public override string ToString() => Form == Form.Array ? Show.Of(Items) : $"{Show.Of(Items)} as a {Form switch { Form.Stream => "stream", Form.CountedStream => "stream that knows its count", _ => Form }}";

    public Shape? Shape => SequenceShape.Of(Items.Cast<object?>());

    /// <summary>An array first: the form is shown only where it matters.</summary>
    public IEnumerable<Source> Smaller() => new Values(Items).Smaller().Select(values => this with { Items = values.Items })
        .Prepend(this with { Form = Form.Array }).Where(smaller => smaller != this);

    public static Gen<Source> Generator { get; } =
        from values in Values.Generator
        from form in Gen.Elements(Enum.GetValues<Form>())
        select new Source(values.Items, form);
}
