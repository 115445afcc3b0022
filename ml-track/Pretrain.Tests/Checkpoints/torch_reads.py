"""Reads what SafeTensors.Write has written, by torch alone, and predicts with it.

    torch_reads.py model.safetensors case.safetensors

The case holds pictures, noise, and what was predicted of them. Prints the largest difference; fails
if it is beyond 1e-5. The model is that of ml-track/Properties/Golden/mae.py.
"""
import json
import struct
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Properties" / "Golden"))
import mae  # noqa: E402

DTYPES = {"F32": torch.float32, "I64": torch.int64}


def load(path):
    """As the format says: eight bytes of length, a header in JSON, the numbers."""
    data = bytearray(Path(path).read_bytes())
    length, = struct.unpack_from("<Q", data)
    header = json.loads(data[8:8 + length])
    header.pop("__metadata__", None)
    numbers = data[8 + length:]
    return {name: torch.frombuffer(numbers, dtype=DTYPES[entry["dtype"]], offset=entry["data_offsets"][0],
                                   count=torch.Size(entry["shape"]).numel()).reshape(entry["shape"])
            for name, entry in header.items()}


model = mae.MaskedAutoencoder(mae.CONFIG)
model.load_state_dict(load(sys.argv[1]))  # strict: the names are those that torch's model has
case = load(sys.argv[2])
with torch.no_grad():
    latent, _, ids_restore = model.encode(case["images"], case["noise"], 0.75)
    difference = (model.decode(latent, ids_restore) - case["pred"]).abs().max().item()
print(f"torch {torch.__version__}: the largest difference is {difference:.1e}")
sys.exit(0 if difference <= 1e-5 else 1)
