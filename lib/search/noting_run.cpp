#include "search/noting_run.h"

#include <algorithm>
#include <stdexcept>

namespace lede::search {
namespace {

constexpr std::size_t kMostThreads = 200000;
constexpr std::size_t kFewThreads = 16;

using Kind = Instruction::Kind;

}  // namespace

NotingRun::NotingRun(const Automaton& automaton, const BoundConditions& bound,
                     const TokenTable& table, PositionClasses& classes)
    : automaton_(automaton), bound_(bound), classes_(classes) {
    for (const std::string& name : automaton.regions) regions_.push_back(table.region(name));
}

void NotingRun::from(std::uint32_t begin, std::uint32_t limit, std::uint32_t furthest,
                     const Accept& accept) {
    limit_ = limit;
    furthest_ = furthest;
    waiting_.clear();
    Threads threads(1);
    threads[0].at = automaton_.start;
    threads[0].notes.fill(kNone);
    for (std::uint32_t position = begin;; ++position) {
        if (const auto waiting = waiting_.find(position); waiting != waiting_.end()) {
            threads.insert(threads.end(), waiting->second.begin(), waiting->second.end());
            waiting_.erase(waiting);
        }
        next_.clear();
        if (!follow(threads, position, begin, accept)) return;
        threads.swap(next_);
        if (!threads.empty()) continue;
        if (waiting_.empty()) return;
        position = waiting_.begin()->first - 1;
    }
}

bool NotingRun::is_new(const Thread& thread) {
    if (seen_.size() < kFewThreads) {
        if (std::ranges::find(seen_, thread) != seen_.end()) return false;
        seen_.push_back(thread);
        return true;
    }
    if (seen_.size() >= kMostThreads)
        throw std::runtime_error("the query has too many ways to place its labels");
    const auto hash = [](const Thread& one) {
        std::uint64_t state = one.at;
        for (const std::uint32_t note : one.notes) state = (state ^ note) * 0x9E3779B97F4A7C15;
        return state;
    };
    if (seen_by_hash_.empty())
        for (std::uint32_t i = 0; i < seen_.size(); ++i) seen_by_hash_[hash(seen_[i])].push_back(i);
    std::vector<std::uint32_t>& same_hash = seen_by_hash_[hash(thread)];
    for (const std::uint32_t i : same_hash)
        if (seen_[i] == thread) return false;
    same_hash.push_back(static_cast<std::uint32_t>(seen_.size()));
    seen_.push_back(thread);
    return true;
}

// Takes the threads as far as they come without a token, then over the token; false if `accept`
// wants no more.
bool NotingRun::follow(const Threads& threads, std::uint32_t position, std::uint32_t begin,
                       const Accept& accept) {
    seen_.clear();
    seen_by_hash_.clear();
    Threads open = threads;
    while (!open.empty()) {
        const Thread thread = open.back();
        open.pop_back();
        if (!is_new(thread)) continue;
        const Instruction& instruction = automaton_.program[thread.at];
        switch (instruction.kind) {
            case Kind::kAccept:
                if (position > begin && !accept(position, thread.notes)) return false;
                break;
            case Kind::kToken:
                if (position < limit_) read_token(thread, position);
                break;
            case Kind::kRegion:
                read_regions(thread, position);
                break;
            case Kind::kSplit:
                enter(thread, instruction.next, open);
                enter(thread, instruction.other, open);
                break;
            case Kind::kOpenTag:
            case Kind::kNote: {
                if (instruction.kind == Kind::kOpenTag && !classes_.has_tag(thread.at, position))
                    break;
                Thread noted = thread;
                if (instruction.slot != kNone) noted.notes[instruction.slot] = position;
                enter(noted, instruction.next, open);
                break;
            }
            case Kind::kCloseTag:
                if (closes(thread, position)) enter(thread, instruction.next, open);
                break;
        }
    }
    return true;
}

void NotingRun::enter(Thread thread, std::uint32_t next, Threads& open) const {
    thread.at = next;
    open.push_back(thread);
}

void NotingRun::read_token(const Thread& thread, std::uint32_t position) {
    const Instruction& instruction = automaton_.program[thread.at];
    const std::uint32_t condition = instruction.condition;
    if (condition != kNone) {
        const bool holds =
            automaton_.conditions.node(condition).fixed
                ? classes_.passes(classes_.at(position), thread.at)
                : bound_.holds(condition, {.token = position, .labels = thread.notes.data()});
        if (!holds) return;
    }
    next_.push_back(thread);
    next_.back().at = instruction.next;
}

void NotingRun::read_regions(const Thread& thread, std::uint32_t position) {
    const Instruction& instruction = automaton_.program[thread.at];
    const RegionColumns* const regions = regions_[instruction.region];
    if (!regions) return;
    for (std::uint32_t i = regions->first_from(position);
         i < regions->size() && regions->begins[i] == position; ++i) {
        const std::uint32_t end = regions->end(i);
        if (end > furthest_) continue;
        if (instruction.condition != kNone &&
            !bound_.holds(
                instruction.condition,
                {.token = position, .region = i, .last = end, .labels = thread.notes.data()}))
            continue;
        Thread behind = thread;
        behind.at = instruction.next;
        waiting_[end].push_back(behind);
        limit_ = std::max(limit_, std::min(furthest_, end + kLongestMatch));
    }
}

// A closing tag must close the region that its opening tag opened, if one did.
bool NotingRun::closes(const Thread& thread, std::uint32_t position) const {
    const Instruction& instruction = automaton_.program[thread.at];
    const std::uint32_t begin = instruction.slot == kNone ? kNone : thread.notes[instruction.slot];
    if (begin == kNone) return classes_.has_tag(thread.at, position);
    const RegionColumns* const regions = regions_[instruction.region];
    if (!regions || position == 0) return false;
    for (std::uint32_t i = regions->at(position - 1); i != kNone; i = regions->outer[i] - 1)
        if (regions->begins[i] == begin && regions->end(i) == position) return true;
    return false;
}

}  // namespace lede::search
