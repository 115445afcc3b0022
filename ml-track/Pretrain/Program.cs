using static TorchSharp.torch; manual_seed(0); System.Console.WriteLine(rand(3).ToString(TorchSharp.TensorStringStyle.Numpy));
