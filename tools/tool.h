// The tools of the one binary.
#pragma once

#include <string>
#include <vector>

namespace lede::tools {

inline constexpr int kExitDone = 0;
inline constexpr int kExitNothingFound = 1;
inline constexpr int kExitFailed = 2;   // usage, unreadable named input, failed write
inline constexpr int kExitSkipped = 3;  // finished, but articles inside the input were skipped

// Each runs one tool with the words after its name and returns its exit status.
int run_extract(const std::vector<std::string>& arguments);
int run_train(const std::vector<std::string>& arguments);
int run_eval(const std::vector<std::string>& arguments);
int run_stats(const std::vector<std::string>& arguments);
int run_search(const std::vector<std::string>& arguments);
int run_index(const std::vector<std::string>& arguments);

}  // namespace lede::tools
