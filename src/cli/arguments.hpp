#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

/// What commands say of their arguments. CLI11 does the work behind it: its header takes longer to compile than a command does.
namespace irikteu::cli {

/// An option or argument of a command, as it was declared. A handle: copies mean the same one.
class Option {
  public:
    explicit Option(CLI::Option* option) : option_(option) {}

    Option required() const;
    /// What stands for the value in the help; empty: nothing.
    Option type_name(const std::string& name) const;
    /// The help says what it is where nobody gives it.
    Option shows_default() const;
    Option one_of(std::vector<std::string> values) const;
    Option in_range(std::uint64_t least, std::uint64_t most) const;
    /// It may stand without a value.
    Option with_or_without_value() const;

    /// Whether it stands on the command line. After parsing.
    bool given() const;
    /// The value as it stands there. After parsing, of an option that was given.
    std::string text() const;

  private:
    CLI::Option* option_;
};

/// A command, or the whole program. A handle: copies mean the same one.
class Command {
  public:
    explicit Command(CLI::App* app) : app_(app) {}

    Command add_command(const std::string& name, const std::string& what) const;
    /// "-o,--out" an option, "FILE" an argument; its value goes into `into`, which must live until the command runs.
    Option add_option(const std::string& names, std::string& into, const std::string& what) const;
    Option add_option(const std::string& names, std::vector<std::string>& into, const std::string& what) const;
    Option add_option(const std::string& names, std::uint64_t& into, const std::string& what) const;
    Option add_option(const std::string& names, int& into, const std::string& what) const;
    Option add_flag(const std::string& names, bool& into, const std::string& what) const;
    /// How many commands below this one have to follow.
    void require_commands(std::size_t least, std::size_t most) const;
    /// Stands at the end of its help.
    void footer(const std::string& text) const;
    /// Called when the command line has been read and names this command.
    void when_chosen(std::function<void()> then) const;
    /// After parsing.
    bool chosen() const;
    /// Of one that was declared. After parsing.
    bool has_option(const std::string& name) const;
    Option option(const std::string& name) const;
    bool is_program() const;

  private:
    CLI::App* app_;
};

}  // namespace irikteu::cli
