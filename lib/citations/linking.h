// Linking: the state of the linker while it walks over the atoms of one text.
//
// `linker.cpp` decides which atoms belong together, `linking_emit.cpp` what they mean and how they
// are written. Used by these two only; `linker.h` is the face.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "citations/linker.h"
#include "citations/reference_memory.h"

namespace lede::citations {

// A chain of pins, innermost first as texts have them, that ends in a base or hangs in the air.
struct Chain {
    std::vector<std::uint32_t> pins;  // indexes of Atoms::pins, innermost first
    Span span;
};

class Linking {
  public:
    Linking(const LinkContext& context, const Atoms& atoms)
        : context_(context), atoms_(atoms), works_(atoms.bases.size()) {}

    std::vector<Citation> run() {
        for (std::size_t i = 0; i < atoms_.order.size();) i = link_from(i);
        for (std::size_t i = 0; i < citations_.size(); ++i)
            if (citations_[i].work.empty()) citations_[i].id = citations_[i].id_end = "";
        return std::move(citations_);
    }

  private:
    const Pin& pin_of(const Atom& atom) const { return atoms_.pins[atom.index]; }
    const Base& base_of(const Atom& atom) const { return atoms_.bases[atom.index]; }

    std::string_view gap(std::size_t left, bool& near) const;

    // Whether the atom after `i` holds what atom `i` points into.
    bool outward(std::size_t i) const;

    // "Article I, [Section 8, Clause 3] of the Constitution": a step from the outer to the inner.
    bool steps_inside(std::size_t i) const;

    // Whether pin `i + 1` continues the citation that atom `i` ends.
    bool inward(std::size_t i, const Base& base) const;

    // "the Fourteenth Amendment [to the U.S. Constitution]", whose first words end atom `i`.
    bool continues_to_constitution(std::size_t i, const Base& base) const;

    // What a base means here, after short forms and definitions are resolved.
    struct Meaning {
        std::uint32_t base = kNone;  // the instrument; kNone: the Code, by its title
        CitationKind kind = CitationKind::kAct;
        Grammar grammar = Grammar::kNone;
        std::string work;
        std::string_view title;
        std::string_view jurisdiction;
    };

    std::size_t link_from(std::size_t i);
    bool understand(std::uint32_t base, bool pinned, Meaning& meaning) const;
    bool is_followed_by_office(std::uint32_t end) const;
    bool names_a_program(std::uint32_t end) const;
    bool understand_orphan(const Chain& chain, Meaning& meaning) const;
    void mean_instrument(std::uint32_t base, Meaning& meaning) const;
    void emit(const Chain& chain, std::uint32_t base, const std::vector<std::uint32_t>& trailing,
              Span span);
    bool compose(const Chain& chain, const Meaning& meaning,
                 const std::vector<std::uint32_t>& trailing, std::vector<std::uint32_t>& pins,
                 std::string& path) const;
    void finish(Citation citation, const Meaning& meaning);
    void link_parallel(Citation& citation);
    void emit_items(const Citation& model, const Meaning& meaning, const std::string& path,
                    const Pin& pin, std::uint32_t items, Span span, bool pins_close);
    bool emit_drafted_list(const Chain& chain, std::uint32_t base, Span span);
    // The paths of an item: of its first and, for a range, of its last member.
    struct Paths {
        std::string first;
        std::string last;
    };
    Paths item_paths(const std::string& path, Grammar grammar, const Pin& pin,
                     std::uint32_t item) const;
    void add_fields(Citation& citation, const Meaning& meaning, const Pin& pin,
                    std::uint32_t item) const;
    void add_code_section(Citation& citation) const;
    bool emit_provision(const Chain& chain);

    const LinkContext& context_;
    const Atoms& atoms_;
    std::vector<Chain> waiting_;      // "section 3 and [section 5 of the Act]"
    std::vector<std::string> works_;  // of bases whose work a parallel cite has told
    std::vector<std::uint32_t> base_of_citation_;
    unsigned descriptions_ = 0;
    ReferenceMemory memory_;
    std::vector<Citation> citations_;
};

// The bytes between two spans without blanks at their ends; `near` is false, and they are
// empty, if more than a few words lie between.
std::string_view gap_between(std::string_view text, Span left, Span right, bool& near);

}  // namespace lede::citations
