// lede-compile-data OUT ROOT FILE...: compiles files of data/ into one pack. Run by the build.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "lexicon/pack.h"

int main(int argc, char** argv) try {
    if (argc < 3) {
        std::fputs("usage: lede-compile-data OUT ROOT FILE...\n", stderr);
        return 2;
    }
    std::vector<std::pair<std::string, std::string>> entries;
    for (int i = 3; i < argc; ++i) {
        std::ifstream file(argv[i], std::ios::binary);
        const std::string content(std::istreambuf_iterator<char>(file), {});
        const std::string name = std::filesystem::relative(argv[i], argv[2]).string();
        for (auto& entry : lede::lexicon::compile_data_file(name, content))
            entries.push_back(std::move(entry));
    }
    const std::string pack = lede::lexicon::make_pack(std::move(entries));
    std::ofstream out(argv[1], std::ios::binary);
    out.write(pack.data(), static_cast<std::streamsize>(pack.size()));
    return out.flush() ? 0 : 2;
} catch (const std::exception& error) {
    std::fprintf(stderr, "lede-compile-data: %s\n", error.what());
    return 2;
}
