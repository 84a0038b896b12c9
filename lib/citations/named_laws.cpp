// Laws by name: those of the tables, and those that only their form gives away.
#include "citations/scanner.h"

namespace lede::citations {

std::uint32_t scan_named(Scan& scan, const Found& found) {
    if (found.entry.weak) return 0;
    const Law& law = scan.book.laws[found.entry.law];
    Base base;
    base.kind = law.kind;
    base.grammar = law.grammar;
    base.work = law.work;
    base.law = found.entry.law;
    base.span = found.span;
    const std::uint32_t end = base.span.end;
    scan.atoms.add(std::move(base));
    return end;
}

}  // namespace lede::citations
