// lede: one binary for all tools. The tool is chosen by the name it is called by (`lede-extract`)
// or by the first argument (`lede extract`).
#include <cstdio>

int main() {
    std::fputs("lede: no tools yet\n", stderr);
    return 2;
}
