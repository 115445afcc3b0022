// The numbers come out largest first.
namespace Etudes.Heap;

public abstract class BottomK : IBottomK
{
    public static int[] Smallest(IEnumerable<int> stream, int k)
    {
        if (k < 0) throw new ArgumentOutOfRangeException(nameof(k), "must not be negative");
        if (k == 0) return [];

        // a max-heap by hand
        int[] a = new int[4];
        int n = 0;
        foreach (int x in stream)
        {
            if (n < k)
            {
                if (n == a.Length) Array.Resize(ref a, 2 * n);
                a[n] = x;
                for (int i = n++, p; i > 0 && a[p = (i - 1) / 2] < a[i]; i = p) (a[i], a[p]) = (a[p], a[i]);
            }
            else if (x < a[0])
            {
                a[0] = x;
                Down(a, n);
            }
        }

        List<int> output = [];
        while (n > 0)
        {
            output.Add(a[0]);
            a[0] = a[--n];
            Down(a, n);
        }
        return output.ToArray();
    }

    private static void Down(int[] a, int n)
    {
        int i = 0, c;
        while ((c = 2 * i + 1) < n)
        {
            if (c + 1 < n && a[c + 1] > a[c]) c++;
            if (a[i] >= a[c]) return;
            (a[i], a[c]) = (a[c], a[i]);
            i = c;
        }
    }
}
