#include "stats/network.h"

#include "charts/escape.h"

#include <fmt/format.h>

#include <iterator>

namespace lede::stats {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

std::string dot(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += is_control(c) ? ' ' : c;
    }
    return out + '"';
}

struct Node {
    std::string_view name;
    double units;
};

// GraphML has no "inf" for doubles in XML Schema's sense but INF.
std::string xml_number(double value) {
    std::string cell = number_cell(value);
    if (const auto at = cell.find("inf"); at != std::string::npos) cell.replace(at, 3, "INF");
    return cell;
}

}  // namespace

void append_network(const std::vector<Together>& pairs, bool directed,
                    const AssociationMeasure& score, const AssociationOptions& scores,
                    NetworkFormat format, std::string& out) {
    Vocabulary numbers;
    std::vector<Node> nodes;
    const auto number = [&](std::string_view name, double units) {
        const std::uint32_t id = numbers.id_of(name);
        if (id == nodes.size()) nodes.push_back({name, units});
        return id;
    };
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    for (const Together& pair : pairs) {
        const std::uint32_t from = number(pair.first, pair.units.row_1());
        ends.emplace_back(from, number(pair.second, pair.units.column_1()));
    }
    const auto to = std::back_inserter(out);
    if (format == NetworkFormat::kDot) {
        fmt::format_to(to, "{} lede {{\n", directed ? "digraph" : "graph");
        for (const Node& node : nodes)
            fmt::format_to(to, "  {} [units={}];\n", dot(node.name), node.units);
        for (std::size_t i = 0; i < pairs.size(); ++i)
            fmt::format_to(to, "  {} {} {} [weight={}];\n", dot(pairs[i].first),
                           directed ? "->" : "--", dot(pairs[i].second), pairs[i].units.a);
        out += "}\n";
        return;
    }
    out +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
        "<key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
        "<key id=\"units\" for=\"node\" attr.name=\"units\" attr.type=\"double\"/>\n"
        "<key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"long\"/>\n";
    fmt::format_to(to, "<key id=\"score\" for=\"edge\" attr.name=\"{}\" attr.type=\"double\"/>\n",
                   score.is.name);
    fmt::format_to(to, "<graph edgedefault=\"{}\">\n", directed ? "directed" : "undirected");
    for (std::size_t i = 0; i < nodes.size(); ++i)
        fmt::format_to(to,
                       "<node id=\"n{}\"><data key=\"label\">{}</data><data key=\"units\">{}</data>"
                       "</node>\n",
                       i, charts::escaped(nodes[i].name), nodes[i].units);
    for (std::size_t i = 0; i < pairs.size(); ++i)
        fmt::format_to(to,
                       "<edge source=\"n{}\" target=\"n{}\"><data key=\"weight\">{}</data>"
                       "<data key=\"score\">{}</data></edge>\n",
                       ends[i].first, ends[i].second, pairs[i].units.a,
                       xml_number(score.score(pairs[i].units, scores)));
    out += "</graph>\n</graphml>\n";
}

}  // namespace lede::stats
