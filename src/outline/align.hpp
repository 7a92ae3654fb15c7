#pragma once

#include <memory>
#include <string_view>

#include "act/act.hpp"
#include "xml/document.hpp"

namespace irikteu::outline {

/// What aligning needs of an act, made once. It must not outlive the act; any thread may use it.
class Outline {
  public:
    explicit Outline(const act::Act& act);
    Outline(const Outline&) = delete;
    Outline& operator=(const Outline&) = delete;
    ~Outline();

    /// See below.
    void align(xml::Document& dossier, std::string_view kind = {}) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Brings free-form papers into the dossier's form, in place. In this order:
/// 1. each `documents/document` with a text is recognised (@kind) and read into its part of the dossier: forms field by
///    field, concept and strategy as they are; what is nothing of that goes among the attachments and keeps its text;
/// 2. forms typed into the fields of a blank get what the blank prints, sums of several years a volume each;
/// 3. tables in a concept or strategy that are company sheets get a `company` element behind them (the table stays);
/// 4. concept and strategy that were typed into a form get the headings that it prints, and all get their `outline`.
/// Parts that the dossier has already are not replaced: a second paper of that kind stays in `documents` with its @kind.
/// Nothing is judged. Throws Error: invalid where the root is no dossier, limit_exceeded where a paper has more than
/// 20 000 headings. Dossiers may be aligned on several threads at once, with one act.
/// `kind` is what the only document is, whatever it looks like; empty where its content decides.
void align(xml::Document& dossier, const act::Act& act, std::string_view kind = {});

}  // namespace irikteu::outline
