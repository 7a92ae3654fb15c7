#include <stdexcept>

#include "pdf/form_reading.hpp"

// By itself, so that a program that asks another one for the form need not hold what reads it.
namespace irikteu::pdf {

namespace {

void append(std::string& out, std::string_view text) {
    out += std::to_string(text.size()) + ':';
    out += text;
}

std::string taken(std::string_view& from) {
    const auto colon = from.find(':');
    if (colon == std::string_view::npos) throw std::logic_error("a form on the wire is cut short");
    const auto size = static_cast<std::size_t>(std::stoull(std::string(from.substr(0, colon))));
    std::string text(from.substr(colon + 1, size));
    from.remove_prefix(colon + 1 + text.size());
    return text;
}

}  // namespace

std::string to_wire(const FilledForm& form) {
    std::string out;
    append(out, std::to_string(form.fields.size()));
    for (const auto& field : form.fields) {
        append(out, field.name);
        append(out, std::to_string(static_cast<int>(field.kind)) + (field.is_signed ? "s" : "-"));
        append(out, field.value);
        append(out, field.doubt);
    }
    append(out, std::to_string(form.notes.size()));
    for (const auto& note : form.notes) append(out, note);
    append(out, std::to_string(form.attachments.size()));
    for (const auto& [name, content] : form.attachments) {
        append(out, name);
        append(out, content);
    }
    append(out, form.page_text);
    append(out, std::to_string(form.pages));
    return out;
}

FilledForm from_wire(std::string_view wire) {
    FilledForm form;
    for (auto count = std::stoul(taken(wire)); count > 0; --count) {
        auto& field = form.fields.emplace_back();
        field.name = taken(wire);
        const auto kind = taken(wire);
        field.kind = static_cast<FilledField::Kind>(kind.at(0) - '0');
        field.is_signed = kind.at(1) == 's';
        field.value = taken(wire);
        field.doubt = taken(wire);
    }
    for (auto count = std::stoul(taken(wire)); count > 0; --count) form.notes.push_back(taken(wire));
    for (auto count = std::stoul(taken(wire)); count > 0; --count) {
        auto name = taken(wire);
        form.attachments[std::move(name)] = taken(wire);
    }
    form.page_text = taken(wire);
    form.pages = std::stoul(taken(wire));
    return form;
}

}  // namespace irikteu::pdf
