#pragma once
#include <cstdint>
#include <cstdio>
#include <string>

/// Integers from a file, 64 KB at a time.
class Reader {
    FILE* file;
    char block[1 << 16];
    size_t at = 0, end = 0;

    int next() {
        if (at == end) {
            at = 0;
            end = fread(block, 1, sizeof block, file);
            if (end == 0) return EOF;
        }
        return block[at++];
    }

public:
    explicit Reader(FILE* file) : file(file) {}

    int64_t number() {
        int c = next();
        while (c != '-' && (c < '0' || c > '9')) c = next();
        bool negative = c == '-';
        if (negative) c = next();
        int64_t value = 0;
        for (; c >= '0' && c <= '9'; c = next()) value = 10 * value + (c - '0');
        return negative ? -value : value;
    }
};

/// Integers into memory, written at the end.
class Writer {
    std::string text;

public:
    void number(int64_t value, char after) {
        char digits[24];
        int at = sizeof digits;
        digits[--at] = after;
        uint64_t rest = value < 0 ? 0 - static_cast<uint64_t>(value) : value;
        do digits[--at] = static_cast<char>('0' + rest % 10);
        while (rest /= 10);
        if (value < 0) digits[--at] = '-';
        text.append(digits + at, sizeof digits - at);
    }

    ~Writer() { fwrite(text.data(), 1, text.size(), stdout); }
};
