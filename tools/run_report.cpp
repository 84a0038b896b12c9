#include "run_report.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include "text/utf8.h"
#include "writing/json_writer.h"
#include "writing/record_writer.h"

namespace lede::tools {
namespace {

double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

std::string decimal(double seconds) { return fmt::format("{:.3f}", seconds); }

void write_process(const RunReport& run, writing::JsonWriter& json) {
    const auto elapsed = std::chrono::steady_clock::now() - run.begin;
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    json.key("jobs").number(run.jobs);
    json.key("seconds").raw(decimal(std::chrono::duration<double>(elapsed).count()));
    json.key("cpu_seconds").raw(decimal(seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime)));
    constexpr std::uint64_t kUnit = 1024;  // of ru_maxrss on Linux
    json.key("peak_memory_bytes").number(static_cast<std::uint64_t>(usage.ru_maxrss) * kUnit);
}

}  // namespace

std::string report_of(const RunReport& run, const pipeline::RunCounts& counts,
                      const pipeline::StageTimes& times, const BadArticles& bad) {
    std::string out;
    writing::JsonWriter json(out);
    json.begin_object();
    json.key("lede").begin_object();
    json.key("schema").number(writing::kRecordSchema);
    json.end_object();
    json.key("version").string(LEDE_VERSION);
    json.key("tool").string(run.tool);
    json.key("arguments").begin_array();
    for (const std::string& word : run.arguments) json.string(utf8::repair(word));
    json.end_array();
    write_process(run, json);
    json.key("files_passed_over").number(run.passed_over);
    json.key("counts").begin_object();
    for (std::size_t i = 0; i < pipeline::kCountNames.size(); ++i)
        json.key(pipeline::kCountNames[i]).number(counts[static_cast<pipeline::Count>(i)]);
    json.end_object();
    json.key("stages").begin_object();
    for (std::size_t i = 0; i < pipeline::kStageNames.size(); ++i)
        json.key(pipeline::kStageNames[i])
            .raw(decimal(times.seconds(static_cast<pipeline::Stage>(i))));
    json.end_object();
    json.key("errors").begin_object();
    for (const auto& [kind, count] : bad.kinds()) json.key(kind).number(count);
    json.end_object();
    json.key("exit_status").number(static_cast<std::uint64_t>(bad.exit_status()));
    json.end_object();
    return out + '\n';
}

}  // namespace lede::tools
