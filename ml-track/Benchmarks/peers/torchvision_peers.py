"""Times torchvision's operators for Peers.cs: reads a name a line, answers "processor-milliseconds mean-magnitude" of one forward."""
import sys
import time

try:
    import torch
    import torchvision
    from torchvision import ops
except Exception as error:
    print(error, flush=True)
    sys.exit()

torch.set_num_threads(1)
torch.manual_seed(1)  # the same numbers as TorchSharp's: keep the order of Peers.cs
features = torch.randn(1, 256, 50, 50)
scores = torch.randn(1, 490, 50, 50)
maps = torch.randn(1, 64, 64, 64)
offsets = torch.randn(1, 18, 64, 64)
weight = torch.randn(64, 64, 3, 3)
first = torch.rand(300, 2) * 40
boxes = torch.cat([torch.zeros(300, 1), first, first + torch.rand(300, 2) * (49 - first)], 1)

forwards = {
    "roi_pool": lambda: ops.roi_pool(features, boxes, 7, 1.0),
    "roi_align": lambda: ops.roi_align(features, boxes, 7, 1.0, 2, True),
    "ps_roi_pool": lambda: ops.ps_roi_pool(scores, boxes, 7, 1.0),
    "deform_conv2d": lambda: ops.deform_conv2d(maps, offsets, weight, padding=1),
}

print(f"torchvision {torchvision.__version__}, torch {torch.__version__}", flush=True)
with torch.no_grad():
    for line in sys.stdin:
        start = time.process_time()
        result = forwards[line.strip()]()
        print((time.process_time() - start) * 1e3, result.abs().mean().item(), flush=True)
