#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <utility>

namespace irikteu::cli {

Option Option::required() const { return Option(option_->required()); }

Option Option::type_name(const std::string& name) const { return Option(option_->type_name(name)); }

Option Option::shows_default() const { return Option(option_->capture_default_str()); }

Option Option::one_of(std::vector<std::string> values) const { return Option(option_->check(CLI::IsMember(std::move(values)))); }

Option Option::in_range(std::uint64_t least, std::uint64_t most) const { return Option(option_->check(CLI::Range(least, most))); }

Option Option::with_or_without_value() const { return Option(option_->expected(0, 1)); }

bool Option::given() const { return option_->count() > 0; }

std::string Option::text() const { return option_->as<std::string>(); }

Command Command::add_command(const std::string& name, const std::string& what) const { return Command(app_->add_subcommand(name, what)); }

Option Command::add_option(const std::string& names, std::string& into, const std::string& what) const { return Option(app_->add_option(names, into, what)); }

Option Command::add_option(const std::string& names, std::vector<std::string>& into, const std::string& what) const {
    return Option(app_->add_option(names, into, what));
}

Option Command::add_option(const std::string& names, std::uint64_t& into, const std::string& what) const { return Option(app_->add_option(names, into, what)); }

Option Command::add_option(const std::string& names, int& into, const std::string& what) const { return Option(app_->add_option(names, into, what)); }

Option Command::add_flag(const std::string& names, bool& into, const std::string& what) const { return Option(app_->add_flag(names, into, what)); }

void Command::require_commands(std::size_t least, std::size_t most) const { app_->require_subcommand(least, most); }

void Command::footer(const std::string& text) const { app_->footer(text); }

void Command::when_chosen(std::function<void()> then) const { app_->callback(std::move(then)); }

bool Command::chosen() const { return app_->parsed(); }

bool Command::has_option(const std::string& name) const { return app_->get_option_no_throw(name) != nullptr; }

Option Command::option(const std::string& name) const { return Option(app_->get_option(name)); }

bool Command::is_program() const { return app_->get_parent() == nullptr; }

}  // namespace irikteu::cli
