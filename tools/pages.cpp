#include "pages.h"

#include "completions.h"
#include "help_page.h"
#include "man_page.h"
#include "notice.h"
#include "writing/output.h"
#include "writing/record_writer.h"

namespace lede::tools {
namespace {

std::string version_page(const Command& command) {
    return command.name + " " LEDE_VERSION "\nrecord schema " +
           std::to_string(writing::kRecordSchema) + ", compiled by " LEDE_COMPILER "\n";
}

}  // namespace

std::vector<Option> page_options(PageOptions& o) {
    const std::string theme = "Help";
    const std::string hidden(kHiddenTheme);
    return {
        {"-h", "", "show the short help", theme, &o.brief_help, {}, true},
        {"--help", "", "show this help", theme, &o.help, {}, true},
        {"--version", "", "show the version", theme, &o.version},
        {"--licenses", "", "show where the built-in data come from and their licences", theme,
         &o.licenses},
        {"--man", "", "print the man page", hidden, &o.man},
        {"--completions",
         "SHELL",
         "print the completions",
         hidden,
         &o.completions,
         {"bash", "zsh", "fish"}},
    };
}

void print_page(const std::string& text) {
    writing::Output output("-");
    output.write(text);
    output.finish();
}

bool print_asked_page(const Command& command, const PageOptions& options) {
    if (options.help)
        print_page(help_page(command, false));
    else if (options.brief_help)
        print_page(help_page(command, true));
    else if (options.version)
        print_page(version_page(command));
    else if (options.licenses)
        print_page(std::string(kNotice));
    else if (options.man)
        print_page(man_page(command, LEDE_VERSION));
    else if (!options.completions.empty())
        print_page(completions(command, options.completions));
    else
        return false;
    return true;
}

}  // namespace lede::tools
