#include "fast_io.hpp"
#include <charconv>
#include <cstring>

extern "C" int64_t read_numbers(const char* path, int count) {
    FILE* file = fopen(path, "rb");
    Reader reader(file);
    uint64_t sum = 0;
    while (count-- > 0) sum = 31 * sum + reader.number();
    fclose(file);
    return sum;
}

/// Doubles from a file, 64 KB at a time: what is left of a block goes to its front before a number may be cut.
class Doubles {
    FILE* file;
    char block[1 << 16];
    char *at = block, *end = block;

    void refill() {
        size_t left = end - at;
        memmove(block, at, left);
        at = block;
        end = block + left + fread(block + left, 1, sizeof block - left, file);
    }

public:
    explicit Doubles(FILE* file) : file(file) {}

    double number() {
        if (end - at < 64) refill();
        while (*at <= ' ') at++;
        double value = 0;
        at = const_cast<char*>(std::from_chars(at, end, value).ptr);
        return value;
    }
};

extern "C" double read_doubles(const char* path, int count) {
    FILE* file = fopen(path, "rb");
    Doubles reader(file);
    double sum = 0;
    while (count-- > 0) sum += reader.number();
    fclose(file);
    return sum;
}
