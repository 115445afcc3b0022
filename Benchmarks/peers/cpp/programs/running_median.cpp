#include "../fast_io.hpp"
#include "../running_median.hpp"

int main() {
    Reader input(stdin);
    Writer output;
    RunningMedian median;
    for (int n = input.number(); n > 0; n--) {
        median.add(input.number());
        output.number(median.lower(), ' ');
        output.number(median.upper(), '\n');
    }
}
