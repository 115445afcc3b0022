#include "fast_io.hpp"

extern "C" int64_t read_numbers(const char* path, int count) {
    FILE* file = fopen(path, "rb");
    Reader reader(file);
    uint64_t sum = 0;
    while (count-- > 0) sum = 31 * sum + reader.number();
    fclose(file);
    return sum;
}
