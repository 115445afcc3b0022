"""Makes and checks the golden data of the masked autoencoder, in plain torch.

    mae.py check mae_tiny.json mae_train.json    computes both anew, prints the largest differences
    mae.py make                                  writes mae_*.json and mae_*.pth beside itself

Source: He et al., Masked Autoencoders Are Scalable Vision Learners, 2021; what the paper leaves
open is as the statements of Patchify, MaskingRatio, MaeLoss and MaskedAutoencoder say.
"""
import argparse
import copy
import json
import math
import sys
from collections import OrderedDict
from pathlib import Path

import torch
from torch import nn

SEED = 211106377
CONFIG = {"img_size": 12, "patch_size": 4, "in_chans": 3,
          "embed_dim": 16, "depth": 2, "num_heads": 2,
          "decoder_embed_dim": 8, "decoder_depth": 1, "decoder_num_heads": 4, "mlp_ratio": 2}
RUNS = [(ratio, norm_pix) for ratio in (0.75, 0.5, 0.0) for norm_pix in (False, True)]
TRAINING = {"start": "state_dict and images of mae_tiny.json",
            "mask_ratio": 0.75, "norm_pix_loss": True,
            "optimizer": {"name": "AdamW", "lr": 0.01, "betas": [0.9, 0.95], "eps": 1e-8,
                          "weight_decay": 0.05, "no_decay": "tensors of dimension <= 1 and biases"}}
RELATIVE = "grad_l2_norms"  # all other tolerances are absolute
TOLERANCES = {"pos_embed": 1e-6, "decoder_pos_embed": 1e-6,
              "len_keep": 0, "mask": 0, "ids_restore": 0,
              "latent": 1e-4, "pred": 1e-4, "loss": 1e-5, RELATIVE: 1e-4,
              "loss_per_step": 1e-4, "final_cls_token": 1e-4, "final_mask_token": 1e-4}


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)

    def forward(self, tokens):  # [N, T, D]
        n, t, d = tokens.shape
        qkv = self.qkv(tokens).reshape(n, t, 3, self.heads, d // self.heads)
        query, key, value = qkv.permute(2, 0, 3, 1, 4)  # each [N, heads, T, D/heads]
        weights = (query @ key.transpose(2, 3) / math.sqrt(d // self.heads)).softmax(3)
        return self.proj((weights @ value).transpose(1, 2).reshape(n, t, d))


class Block(nn.Module):
    def __init__(self, width, heads, mlp_ratio):
        super().__init__()
        self.norm1 = norm(width)
        self.attn = Attention(width, heads)
        self.norm2 = norm(width)
        hidden = int(mlp_ratio * width)
        self.mlp = nn.Sequential(OrderedDict(
            fc1=nn.Linear(width, hidden), act=nn.GELU(), fc2=nn.Linear(hidden, width)))

    def forward(self, tokens):  # [N, T, D]
        tokens = tokens + self.attn(self.norm1(tokens))
        return tokens + self.mlp(self.norm2(tokens))


class MaskedAutoencoder(nn.Module):
    def __init__(self, config):
        super().__init__()
        (image, self.patch, channels, width, depth, heads,
         narrow, decoder_depth, decoder_heads, ratio) = (config[key] for key in CONFIG)
        patch, grid = self.patch, image // self.patch
        self.cls_token = nn.Parameter(torch.zeros(1, 1, width))
        self.pos_embed = nn.Parameter(positions(width, grid), requires_grad=False)
        self.mask_token = nn.Parameter(torch.zeros(1, 1, narrow))
        self.decoder_pos_embed = nn.Parameter(positions(narrow, grid), requires_grad=False)
        self.patch_embed = nn.Sequential(OrderedDict(proj=nn.Conv2d(channels, width, patch, patch)))
        self.blocks = nn.Sequential(*(Block(width, heads, ratio) for _ in range(depth)))
        self.norm = norm(width)
        self.decoder_embed = nn.Linear(width, narrow)
        self.decoder_blocks = nn.Sequential(
            *(Block(narrow, decoder_heads, ratio) for _ in range(decoder_depth)))
        self.decoder_norm = norm(narrow)
        self.decoder_pred = nn.Linear(narrow, patch * patch * channels)

    def encode(self, images, noise, ratio):
        tokens = self.patch_embed(images).flatten(2).transpose(1, 2)  # [N, L, D]
        tokens = tokens + self.pos_embed[:, 1:]
        kept = int(tokens.shape[1] * (1 - ratio))
        ids_shuffle = noise.argsort(1)
        ids_restore = ids_shuffle.argsort(1)
        cls = (self.cls_token + self.pos_embed[:, :1]).expand(len(images), -1, -1)
        latent = self.norm(self.blocks(torch.cat([cls, take(tokens, ids_shuffle[:, :kept])], 1)))
        return latent, (ids_restore >= kept).float(), ids_restore

    def decode(self, latent, ids_restore):
        tokens = self.decoder_embed(latent)  # [N, 1 + kept, E]
        masked = self.mask_token.expand(len(tokens), ids_restore.shape[1] + 1 - tokens.shape[1], -1)
        patches = take(torch.cat([tokens[:, 1:], masked], 1), ids_restore)
        tokens = torch.cat([tokens[:, :1], patches], 1) + self.decoder_pos_embed
        decoded = self.decoder_norm(self.decoder_blocks(tokens))
        return self.decoder_pred(decoded)[:, 1:]  # [N, L, p p C]

    def forward(self, images, noise, ratio, norm_pix):
        latent, mask, ids_restore = self.encode(images, noise, ratio)
        pred = self.decode(latent, ids_restore)
        target = to_patches(images, self.patch)
        if norm_pix:
            variance = target.var(2, unbiased=True, keepdim=True)
            target = (target - target.mean(2, keepdim=True)) / (variance + 1e-6).sqrt()
        loss = ((pred - target).square().mean(2) * mask).sum() / mask.sum()
        return loss, latent, mask, ids_restore, pred

    def learned(self):
        return {name: p for name, p in self.named_parameters() if p.requires_grad}


def norm(width):
    return nn.LayerNorm(width, eps=1e-6)


def take(tokens, ids):
    return tokens.gather(1, ids[:, :, None].expand(-1, -1, tokens.shape[2]))


def to_patches(images, p):
    n, c, h, w = images.shape
    cut = images.reshape(n, c, h // p, p, w // p, p).permute(0, 2, 4, 3, 5, 1)
    return cut.reshape(n, h * w // (p * p), p * p * c)


def positions(width, grid):
    """Zeros for the class; per patch its column, then its row, each all sines, then all cosines."""
    frequencies = 10000 ** (-torch.arange(width // 4).double() / (width // 4))
    angles = torch.arange(grid)[:, None] * frequencies
    axis = torch.cat([angles.sin(), angles.cos()], 1)  # [grid, D/2]
    table = torch.cat([axis.repeat(grid, 1), axis.repeat_interleave(grid, 0)], 1)
    return torch.cat([torch.zeros(1, width), table.float()])[None]  # [1, 1 + L, D]


def run(model, images, noise, ratio, norm_pix):
    """One of the runs in mae_tiny.json."""
    model.zero_grad()
    loss, latent, mask, ids_restore, pred = model(images, noise, ratio, norm_pix)
    result = {"mask_ratio": ratio, "norm_pix_loss": norm_pix, "len_keep": latent.shape[1] - 1,
              "mask": mask, "ids_restore": ids_restore, "loss": nine(loss) if ratio > 0 else None}
    if not norm_pix:
        result |= {"latent": latent, "pred": pred}
    if ratio == 0.75:
        loss.backward()
        result[RELATIVE] = {name: nine(p.grad.norm()) for name, p in model.learned().items()}
    return result


def train(model, images, training):
    """The results in mae_train.json; trains the model."""
    learned, settings, losses = model.learned().values(), training["optimizer"], []
    decay = settings["weight_decay"]
    groups = [{"params": [p for p in learned if p.dim() > 1], "weight_decay": decay},
              {"params": [p for p in learned if p.dim() <= 1], "weight_decay": 0}]
    optimizer = torch.optim.AdamW(groups, settings["lr"], settings["betas"], settings["eps"])
    for noise in training["noise_per_step"]:
        optimizer.zero_grad()
        loss, *_ = model(images, noise, training["mask_ratio"], training["norm_pix_loss"])
        loss.backward()
        optimizer.step()
        losses.append(nine(loss))
    return {"loss_per_step": losses,
            "final_cls_token": model.cls_token, "final_mask_token": model.mask_token}


def nine(number):
    """Nine digits: further ones of a float64 may differ from one processor to another."""
    return float(f"{number.item():.9g}")


def check(tiny, train_file):
    golden, training = read(tiny), read(train_file)
    agrees = True
    for dtype in (torch.float32, torch.float64):
        model = MaskedAutoencoder(golden["config"])
        fresh = copy.deepcopy(model.state_dict())
        if list(fresh) != list(golden["state_dict"]):
            sys.exit(f"{tiny} has parameters of other names or in another order than the model")
        model.load_state_dict(golden["state_dict"])
        model.to(dtype)
        images = golden["images"].to(dtype)
        tables = {name: fresh[name] for name in fresh if name in TOLERANCES}
        pairs = [(tables, golden["state_dict"])]
        for kind, expected in zip(RUNS, golden["runs"], strict=True):
            pairs.append((run(model, images, golden["noise"], *kind), expected))
        pairs.append((train(model, images, training), training))
        for key, tolerance in TOLERANCES.items():
            worst = max(difference(given[key], expected.get(key), key == RELATIVE)
                        for given, expected in pairs if key in given)
            verdict = "within" if worst <= tolerance else "FAILED: beyond"
            print(f"{dtype} {key:18} {worst:8.1e} {verdict} {tolerance:g}")
            agrees &= worst <= tolerance
    sys.exit(0 if agrees else 1)


def difference(given, expected, relative):
    """The largest one; infinity where shapes or names differ or a number is missing."""
    if given is None or expected is None:
        return 0 if given is expected else math.inf
    if isinstance(given, dict):
        if list(given) != list(expected):
            return math.inf
        given, expected = list(given.values()), list(expected.values())
    given, expected = torch.as_tensor(given).double(), torch.as_tensor(expected).double()
    if given.shape != expected.shape:
        return math.inf
    gap = (given - expected).abs() / (expected.abs() if relative else 1)
    return gap.nan_to_num(nan=math.inf).max().item()


def make(folder):
    """Everything is computed in float64 from float32 numbers of at most three decimals."""
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    model = MaskedAutoencoder(CONFIG)
    for name, parameter in model.learned().items():
        parameter.data = drawn(name, parameter.shape)
    images = uniform(1.8, (2, CONFIG["in_chans"], CONFIG["img_size"], CONFIG["img_size"]))
    patches = (CONFIG["img_size"] // CONFIG["patch_size"]) ** 2
    noise, *noises = (torch.stack([torch.randperm(patches) / 10 for _ in images]) for _ in range(7))

    exact = copy.deepcopy(model).double()
    write(folder / "mae_tiny.json", {
        "config": CONFIG, "state_dict": model.state_dict(), "images": images, "noise": noise,
        "runs": [run(exact, images.double(), noise, *kind) for kind in RUNS]})
    training = TRAINING | {"noise_per_step": noises}
    write(folder / "mae_train.json", training | train(exact, images.double(), training))
    torch.save({"model": model.state_dict(), "epoch": 3}, folder / "mae_tiny.pth")
    torch.save({"model": model.state_dict()}, folder / "mae_tiny_legacy.pth",
               _use_new_zipfile_serialization=False)
    torch.save(awkward(model, images, noise), folder / "mae_tiny_awkward.pth")


def drawn(name, shape):
    if name.endswith("token"):
        return uniform(0.05, shape)
    if name.endswith("bias"):
        return uniform(0.1, shape)
    if len(shape) == 1:
        return uniform(0.3, shape, middle=1)
    return uniform(math.sqrt(6 / (shape[0] + math.prod(shape[1:]))), shape)  # Xavier


def uniform(bound, shape, middle=0):
    return ((middle + bound * (2 * torch.rand(shape) - 1)) * 1000).round() / 1000


def awkward(model, images, noise):
    """What real checkpoints hold besides: halves, settings, an optimizer, views of one storage."""
    trained = copy.deepcopy(model)
    optimizer = torch.optim.AdamW(trained.learned().values())
    trained(images, noise, 0.75, True)[0].backward()
    optimizer.step()
    halves = {name: value.half() if name.endswith("fc1.weight") else value
              for name, value in model.state_dict().items()}
    return {"model": halves, "args": argparse.Namespace(lr=1e-3, norm_pix_loss=True, model="tiny"),
            "optimizer": optimizer.state_dict(), "epoch": 3, "scaler": {"scale": 65536.0},
            "shared": [model.norm.weight, model.norm.weight[3:7], model.decoder_pred.weight.t()]}


def read(file):
    def tensor(node):
        if "data" not in node:
            return node
        data = torch.tensor(node["data"], dtype=getattr(torch, node["dtype"]))
        return data.reshape(node["shape"])
    return json.loads(Path(file).read_text(), object_hook=tensor)


def write(file, golden):
    """One line per tensor; floats are float32, as the shortest decimals that read back the same."""
    def node(tensor):
        tensor = tensor.detach().float() if tensor.is_floating_point() else tensor
        numbers = [json.loads(str(number)) for number in tensor.numpy().ravel()]
        return {"shape": tensor.shape, "dtype": str(tensor.numpy().dtype), "data": numbers}
    text = json.dumps(golden, default=node, separators=(",", ":"))
    file.write_text(text.replace("]},", "]},\n") + "\n")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["check", tiny, train_file]:
            check(tiny, train_file)
        case ["make"]:
            make(Path(__file__).parent)
        case _:
            sys.exit(__doc__)
