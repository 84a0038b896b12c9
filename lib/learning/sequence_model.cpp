#include "learning/sequence_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace lede::learning {
namespace {

constexpr std::string_view kMagic = "LSM2";
constexpr std::size_t kHead = 16;
constexpr std::size_t kWindow = 1024;
// Below every score that a path can have, so that any candidate beats it.
constexpr std::int16_t kNoPath = -20000;

template <typename Value>
Value read_at(std::string_view bytes, std::size_t at) {
    if (at + sizeof(Value) > bytes.size()) throw std::runtime_error("sequence model is cut off");
    Value value;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

template <typename Value>
void append(std::string& out, Value value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

SequenceModel::SequenceModel(std::string_view bytes) {
    if (!bytes.starts_with(kMagic)) throw std::runtime_error("not a sequence model");
    const auto count = read_at<std::uint32_t>(bytes, 4);
    const auto name_bytes = read_at<std::uint32_t>(bytes, 8);
    nats_ = read_at<float>(bytes, 12);
    if (count == 0 || count >= kFree || !(nats_ > 0.0F) || kHead + name_bytes > bytes.size())
        throw std::runtime_error("sequence model has a broken head");
    std::string_view names = bytes.substr(kHead, name_bytes);
    for (std::size_t end = 0; (end = names.find('\n')) != names.npos; names.remove_prefix(end + 1))
        labels_.push_back(names.substr(0, end));
    if (labels_.size() != count) throw std::runtime_error("sequence model has broken label names");

    row_size_ = learning::row_size(count);
    transitions_.assign(row_size_ * (count + 1), kForbidden);
    std::size_t at = kHead + name_bytes;
    for (std::size_t row = 0; row <= count; ++row) {
        const std::size_t previous = row == 0 ? count : row - 1;
        for (std::size_t next = 0; next < count; ++next, at += 2)
            transitions_[row_size_ * previous + next] =
                std::max(read_at<std::int16_t>(bytes, at), kForbidden);
    }
    for (const std::int16_t weight : transitions_)
        factors_.push_back(std::exp(static_cast<float>(weight) * nats_));
    weights_ = WeightTable(bytes.substr(at));
}

Label SequenceModel::find_label(std::string_view name) const {
    const auto found = std::find(labels_.begin(), labels_.end(), name);
    return found == labels_.end() ? kFree : static_cast<Label>(found - labels_.begin());
}

void SequenceModel::decode(const Emissions& emissions, const DecodeOptions& options,
                           DecodeWorkspace& workspace, std::vector<Label>& out) const {
    decode(emissions, options, workspace, out, nullptr);
}

void SequenceModel::decode(const Emissions& emissions, const DecodeOptions& options,
                           DecodeWorkspace& workspace, std::vector<Label>& out,
                           std::vector<float>& confidence) const {
    decode(emissions, options, workspace, out, &confidence);
}

void SequenceModel::decode(const Emissions& emissions, const DecodeOptions& options,
                           DecodeWorkspace& workspace, std::vector<Label>& out,
                           std::vector<float>* confidence) const {
    assert(emissions.row_size == row_size_);
    out.resize(emissions.size());
    if (confidence) confidence->resize(emissions.size());
    for (std::size_t begin = 0; begin < emissions.size(); begin += kWindow) {
        const Window window = {begin, std::min(begin + kWindow, emissions.size()),
                               begin == 0 ? kFree : out[begin - 1]};
        search(emissions, options, window, workspace, out.data() + begin);
        if (confidence)
            weigh(emissions, window, workspace, out.data() + begin, confidence->data() + begin);
    }
}

namespace {

// Adds the emissions to the best paths; the best sum of all.
std::int16_t add_emissions(const std::int16_t* emissions, std::size_t labels, std::size_t row_size,
                           ScoreRow& best) {
    add_row(best.data(), emissions, row_size);
    // What fills up the row is no label.
    std::fill(best.begin() + static_cast<std::ptrdiff_t>(labels),
              best.begin() + static_cast<std::ptrdiff_t>(row_size), kLeastScore);
    return greatest_in_row(best.data(), row_size);
}

}  // namespace

// Viterbi over the labels inside the beam. Scores are relative to the best one of their position,
// so that 16 bits hold them.
void SequenceModel::search(const Emissions& emissions, const DecodeOptions& options, Window window,
                           DecodeWorkspace& workspace, Label* out) const {
    const std::size_t size = window.end - window.begin;
    const auto beam = static_cast<std::int16_t>(std::clamp(options.beam / nats_, 0.0F, 4000.0F));
    workspace.back.resize(size * row_size_);
    workspace.active.clear();
    workspace.active_ends.clear();
    ScoreRow previous = {}, best, back = {};
    const auto origin = static_cast<Label>(window.before == kFree ? labels_.size() : window.before);
    std::size_t active_begin = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t active_end = workspace.active.size();
        Label* const back_row = workspace.back.data() + i * row_size_;
        const Label pin = emissions.pins[window.begin + i];
        if (pin != kFree && active_end - active_begin == 1) {
            // One label after another: most of a text where few words may be names.
            previous[pin] = 0;
            back_row[pin] = workspace.active[active_begin];
            active_begin = active_end;
            workspace.active.push_back(pin);
            workspace.active_ends.push_back(static_cast<std::uint32_t>(workspace.active.size()));
            continue;
        }
        std::fill_n(best.begin(), row_size_, kNoPath);
        if (i == 0)
            extend_row(transitions_from(origin), 0, origin, row_size_, best.data(), back.data());
        for (std::size_t k = active_begin; k < active_end; ++k) {
            const Label label = workspace.active[k];
            extend_row(transitions_from(label), previous[label], label, row_size_, best.data(),
                       back.data());
        }
        active_begin = active_end;
        if (pin != kFree) {
            previous[pin] = 0;
            back_row[pin] = static_cast<Label>(back[pin]);
            workspace.active.push_back(pin);
        } else {
            const std::int16_t top =
                add_emissions(emissions.row(window.begin + i), labels_.size(), row_size_, best);
            for_lanes_above(best.data(), row_size_, static_cast<std::int16_t>(top - beam),
                            [&](std::size_t label) {
                                previous[label] = static_cast<std::int16_t>(best[label] - top);
                                back_row[label] = static_cast<Label>(back[label]);
                                workspace.active.push_back(static_cast<Label>(label));
                            });
        }
        workspace.active_ends.push_back(static_cast<std::uint32_t>(workspace.active.size()));
    }
    Label label = workspace.active[active_begin];
    for (std::size_t k = active_begin; k < workspace.active.size(); ++k)
        if (previous[workspace.active[k]] > previous[label]) label = workspace.active[k];
    for (std::size_t i = size; i-- > 0; label = workspace.back[i * row_size_ + label])
        out[i] = label;
}

// Forward-backward over the labels that `search` kept.
void SequenceModel::weigh(const Emissions& emissions, Window window, DecodeWorkspace& workspace,
                          const Label* labels, float* confidence) const {
    const std::vector<Label>& active = workspace.active;
    const std::vector<std::uint32_t>& ends = workspace.active_ends;
    const auto begin_of = [&](std::size_t i) { return i == 0 ? 0 : ends[i - 1]; };
    const auto normalize = [](float* values, std::size_t count) {
        float sum = 1e-30F;
        for (std::size_t k = 0; k < count; ++k) sum += values[k];
        for (std::size_t k = 0; k < count; ++k) values[k] /= sum;
    };
    std::vector<float>& emission = workspace.emission;
    std::vector<float>& forward = workspace.forward;
    std::vector<float>& backward = workspace.backward;
    emission.assign(active.size(), 1.0F);
    forward.assign(active.size(), 1.0F);
    backward.assign(active.size(), 1.0F);
    const std::size_t size = window.end - window.begin;
    for (std::size_t i = 0; i < size; ++i) {
        // A label without rivals is certain, whatever stands around it.
        if (ends[i] - begin_of(i) == 1) continue;
        const std::int16_t* row = emissions.row(window.begin + i);
        for (std::size_t k = begin_of(i); k < ends[i]; ++k) {
            const int less = row[active[k]] - row[labels[i]];
            emission[k] = std::exp(static_cast<float>(less) * nats_);
            float sum = 0.0F;
            if (i == 0) {
                const auto origin =
                    window.before == kFree ? static_cast<Label>(labels_.size()) : window.before;
                sum = factors_from(origin)[active[k]];
            } else {
                for (std::size_t p = begin_of(i - 1); p < ends[i - 1]; ++p)
                    sum += forward[p] * factors_from(active[p])[active[k]];
            }
            forward[k] = sum * emission[k];
        }
        normalize(forward.data() + begin_of(i), ends[i] - begin_of(i));
    }
    for (std::size_t i = size; i-- > 0;) {
        confidence[i] = 1.0F;
        if (ends[i] - begin_of(i) == 1) continue;
        if (i + 1 < size) {
            for (std::size_t k = begin_of(i); k < ends[i]; ++k) {
                const float* const factors = factors_from(active[k]);
                float sum = 0.0F;
                for (std::size_t n = begin_of(i + 1); n < ends[i + 1]; ++n)
                    sum += backward[n] * emission[n] * factors[active[n]];
                backward[k] = sum;
            }
            normalize(backward.data() + begin_of(i), ends[i] - begin_of(i));
        }
        float all = 1e-30F, chosen = 0.0F;
        for (std::size_t k = begin_of(i); k < ends[i]; ++k) {
            const float both = forward[k] * backward[k];
            all += both;
            if (active[k] == labels[i]) chosen = both;
        }
        confidence[i] = chosen / all;
    }
}

std::string make_sequence_model(SequenceModelParts parts) {
    const std::size_t count = parts.labels.size();
    if (count == 0 || count >= kFree || parts.first.size() != count ||
        parts.transitions.size() != count * count)
        throw std::runtime_error("a sequence model needs 1 to 254 labels and their transitions");
    std::string names;
    for (const std::string& label : parts.labels) names += label + '\n';
    std::string out(kMagic);
    append(out, static_cast<std::uint32_t>(count));
    append(out, static_cast<std::uint32_t>(names.size()));
    append(out, parts.nats);
    out += names;
    for (const std::int16_t weight : parts.first) append(out, weight);
    for (const std::int16_t weight : parts.transitions) append(out, weight);
    return out + make_weight_table(std::move(parts.weights), count);
}

}  // namespace lede::learning
