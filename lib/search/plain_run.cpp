#include "search/plain_run.h"

#include <algorithm>

namespace lede::search {

using Kind = Instruction::Kind;

void PlainRun::forget() {
    numbers_.clear();
    states_.clear();
    steps_.clear();
    number_of({});
    number_of({automaton_.start});
}

std::uint32_t PlainRun::number_of(States states) {
    const auto [known, is_new] =
        numbers_.try_emplace(std::move(states), static_cast<std::uint32_t>(states_.size()));
    if (is_new) {
        states_.push_back(known->first);
        steps_.emplace_back();
    }
    return known->second;
}

PlainRun::Step PlainRun::compute(std::uint32_t state, std::uint32_t cls) {
    Step step{.known = true};
    States next;
    std::vector<bool> seen(automaton_.program.size());
    std::vector<std::uint32_t> open = states_[state];
    while (!open.empty()) {
        const std::uint32_t at = open.back();
        open.pop_back();
        if (seen[at]) continue;
        seen[at] = true;
        const Instruction& instruction = automaton_.program[at];
        switch (instruction.kind) {
            case Kind::kAccept:
                step.accepts = true;
                break;
            case Kind::kToken:
                if (classes_.passes(cls, at)) next.push_back(instruction.next);
                break;
            case Kind::kSplit:
                open.push_back(instruction.next);
                open.push_back(instruction.other);
                break;
            default:
                if (classes_.passes(cls, at)) open.push_back(instruction.next);
                break;
        }
    }
    std::ranges::sort(next);
    next.erase(std::unique(next.begin(), next.end()), next.end());
    // The states in use are lost with the others: the next one is numbered anew.
    if (states_.size() >= kMostStates) {
        forget();
        step.next = number_of(std::move(next));
        return step;
    }
    step.next = number_of(std::move(next));
    std::vector<Step>& steps = steps_[state];
    if (steps.size() <= cls) steps.resize(cls + 1);
    steps[cls] = step;
    return step;
}

}  // namespace lede::search
