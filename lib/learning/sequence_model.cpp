#include "learning/sequence_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace lede::learning {
namespace {

constexpr std::string_view kMagic = "LSM1";
constexpr std::size_t kHead = 16;
constexpr std::size_t kWindow = 1024;
constexpr std::size_t kLaneLabels = 16;
// Below every score that a path can have, so that any candidate beats it.
constexpr std::int16_t kNoPath = -20000;
constexpr std::int16_t kEmissionLimit = 8000;
// Features that are looked up ahead of the one that is added.
constexpr std::size_t kAhead = 8;

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

// The best previous label for every next one. Written so that compilers turn it into vector code.
void extend(const std::int16_t* transitions, std::int16_t score, std::int16_t label,
            std::size_t labels, std::int16_t* best, std::int16_t* back) {
    for (std::size_t next = 0; next < labels; ++next) {
        const auto candidate = static_cast<std::int16_t>(score + transitions[next]);
        back[next] = candidate > best[next] ? label : back[next];
        best[next] = candidate > best[next] ? candidate : best[next];
    }
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

    stride_ = (count + kLaneLabels - 1) / kLaneLabels * kLaneLabels;
    transitions_.assign(stride_ * (count + 1), kForbidden);
    std::size_t at = kHead + name_bytes;
    for (std::size_t row = 0; row <= count; ++row) {
        const std::size_t previous = row == 0 ? count : row - 1;
        for (std::size_t next = 0; next < count; ++next, at += 2)
            transitions_[stride_ * previous + next] =
                std::max(read_at<std::int16_t>(bytes, at), kForbidden);
    }
    weights_ = WeightTable(bytes.substr(at));
}

Label SequenceModel::find_label(std::string_view name) const {
    const auto found = std::find(labels_.begin(), labels_.end(), name);
    return found == labels_.end() ? kFree : static_cast<Label>(found - labels_.begin());
}

void SequenceModel::decode(const FeatureSequence& features, const DecodeOptions& options,
                           DecodeWorkspace& workspace, std::vector<Label>& out) const {
    decode(features, options, workspace, out, nullptr);
}

void SequenceModel::decode(const FeatureSequence& features, const DecodeOptions& options,
                           DecodeWorkspace& workspace, std::vector<Label>& out,
                           std::vector<float>& confidence) const {
    decode(features, options, workspace, out, &confidence);
}

void SequenceModel::decode(const FeatureSequence& features, const DecodeOptions& options,
                           DecodeWorkspace& workspace, std::vector<Label>& out,
                           std::vector<float>* confidence) const {
    assert(options.bias.empty() || options.bias.size() == labels_.size());
    out.resize(features.size());
    if (confidence) confidence->resize(features.size());
    for (std::size_t begin = 0; begin < features.size(); begin += kWindow) {
        const Window window = {begin, std::min(begin + kWindow, features.size()),
                               begin == 0 ? kFree : out[begin - 1]};
        score(features, options, window, workspace);
        search(features, options, window, workspace, out.data() + begin);
        if (confidence) weigh(window, workspace, out.data() + begin, confidence->data() + begin);
    }
}

// Fills the emissions: what each position's features say about each label.
void SequenceModel::score(const FeatureSequence& features, const DecodeOptions& options,
                          Window window, DecodeWorkspace& workspace) const {
    std::array<std::int16_t, 256> bias = {};
    for (std::size_t label = 0; label < options.bias.size(); ++label)
        bias[label] = static_cast<std::int16_t>(
            std::clamp(options.bias[label] / nats_, -1.0F * kEmissionLimit, 1.0F * kEmissionLimit));
    workspace.emissions.resize((window.end - window.begin) * stride_);
    const std::span<const Feature> all = features.all();
    for (std::size_t position = window.begin; position < window.end; ++position) {
        if (features.pin(position) != kFree) continue;
        std::array<std::int16_t, 256> scores = {};
        const std::span<const Feature> own = features.at(position);
        for (const Feature& value : own) {
            const auto ahead = static_cast<std::size_t>(&value - all.data()) + kAhead;
            if (ahead < all.size()) weights_.prefetch_record(all[ahead]);
            if (ahead + kAhead < all.size()) weights_.prefetch_index(all[ahead + kAhead]);
            weights_.add(value, scores.data());
        }
        std::int16_t* row = workspace.emissions.data() + (position - window.begin) * stride_;
        for (std::size_t label = 0; label < stride_; ++label) {
            const int sum = scores[label] + bias[label];
            row[label] =
                static_cast<std::int16_t>(std::clamp<int>(sum, -kEmissionLimit, kEmissionLimit));
        }
    }
}

// Viterbi over the labels inside the beam. Scores are relative to the best one of their position,
// so that 16 bits hold them.
void SequenceModel::search(const FeatureSequence& features, const DecodeOptions& options,
                           Window window, DecodeWorkspace& workspace, Label* out) const {
    const std::size_t size = window.end - window.begin;
    const std::size_t count = labels_.size();
    const auto beam = static_cast<std::int16_t>(std::clamp(options.beam / nats_, 0.0F, 4000.0F));
    workspace.back.resize(size * stride_);
    workspace.active.clear();
    workspace.active_ends.clear();
    std::array<std::int16_t, 256> previous = {}, best, back;
    const auto origin = static_cast<Label>(window.before == kFree ? count : window.before);
    std::size_t active_begin = 0;
    for (std::size_t i = 0; i < size; ++i) {
        std::fill_n(best.begin(), stride_, kNoPath);
        const std::size_t active_end = workspace.active.size();
        if (i == 0) extend(transitions_from(origin), 0, origin, stride_, best.data(), back.data());
        for (std::size_t k = active_begin; k < active_end; ++k) {
            const Label label = workspace.active[k];
            extend(transitions_from(label), previous[label], label, stride_, best.data(),
                   back.data());
        }
        active_begin = active_end;
        Label* back_row = workspace.back.data() + i * stride_;
        const Label pin = features.pin(window.begin + i);
        if (pin != kFree) {
            previous[pin] = 0;
            back_row[pin] = static_cast<Label>(back[pin]);
            workspace.active.push_back(pin);
        } else {
            const std::int16_t* emissions = workspace.emissions.data() + i * stride_;
            std::int16_t top = best[0] = static_cast<std::int16_t>(best[0] + emissions[0]);
            for (std::size_t label = 1; label < count; ++label) {
                best[label] = static_cast<std::int16_t>(best[label] + emissions[label]);
                top = std::max(top, best[label]);
            }
            const int floor = top - beam;
            for (std::size_t label = 0; label < count; ++label) {
                if (best[label] < floor) continue;
                previous[label] = static_cast<std::int16_t>(best[label] - top);
                back_row[label] = static_cast<Label>(back[label]);
                workspace.active.push_back(static_cast<Label>(label));
            }
        }
        workspace.active_ends.push_back(static_cast<std::uint32_t>(workspace.active.size()));
    }
    Label label = workspace.active[active_begin];
    for (std::size_t k = active_begin; k < workspace.active.size(); ++k)
        if (previous[workspace.active[k]] > previous[label]) label = workspace.active[k];
    for (std::size_t i = size; i-- > 0; label = workspace.back[i * stride_ + label]) out[i] = label;
}

// Forward-backward over the labels that `search` kept.
void SequenceModel::weigh(Window window, DecodeWorkspace& workspace, const Label* labels,
                          float* confidence) const {
    const std::vector<Label>& active = workspace.active;
    const std::vector<std::uint32_t>& ends = workspace.active_ends;
    const auto begin_of = [&](std::size_t i) { return i == 0 ? 0 : ends[i - 1]; };
    const auto weight = [&](int score) { return std::exp(static_cast<float>(score) * nats_); };
    const auto normalize = [](float* values, std::size_t count) {
        float sum = 1e-30F;
        for (std::size_t k = 0; k < count; ++k) sum += values[k];
        for (std::size_t k = 0; k < count; ++k) values[k] /= sum;
    };
    workspace.forward.assign(active.size(), 0.0F);
    workspace.backward.assign(active.size(), 1.0F);
    const std::size_t size = window.end - window.begin;
    // What a label's features and its position's best ones differ by, as a factor.
    std::vector<float>& forward = workspace.forward;
    std::vector<float>& backward = workspace.backward;
    const auto emission = [&](std::size_t i, std::size_t k) {
        if (ends[i] - begin_of(i) == 1) return 1.0F;
        const std::int16_t* row = workspace.emissions.data() + i * stride_;
        return weight(row[active[k]] - row[labels[i]]);
    };
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t k = begin_of(i); k < ends[i]; ++k) {
            float sum = 0.0F;
            if (i == 0) {
                const auto origin =
                    window.before == kFree ? static_cast<Label>(labels_.size()) : window.before;
                sum = weight(transitions_from(origin)[active[k]]);
            } else {
                for (std::size_t p = begin_of(i - 1); p < ends[i - 1]; ++p)
                    sum += forward[p] * weight(transitions_from(active[p])[active[k]]);
            }
            forward[k] = sum * emission(i, k);
        }
        normalize(forward.data() + begin_of(i), ends[i] - begin_of(i));
    }
    for (std::size_t i = size; i-- > 0;) {
        if (i + 1 < size) {
            for (std::size_t k = begin_of(i); k < ends[i]; ++k) {
                float sum = 0.0F;
                for (std::size_t n = begin_of(i + 1); n < ends[i + 1]; ++n)
                    sum += backward[n] * emission(i + 1, n) *
                           weight(transitions_from(active[k])[active[n]]);
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
    return out + make_weight_table(std::move(parts.weights));
}

}  // namespace lede::learning
