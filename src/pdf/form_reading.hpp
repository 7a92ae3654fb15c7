#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace irikteu::pdf {

/// One field of a form that somebody filled in.
struct FilledField {
    enum class Kind : std::uint8_t { text, check_box, signature, other };
    std::string name;   ///< Fully qualified, UTF-8.
    Kind kind = Kind::other;
    std::string value;  ///< Text; "on" for a ticked box; for a signature the name it gives, or its format where it gives none.
    bool is_signed = false;
    std::string doubt;  ///< Why its signature cannot hold, or cannot be looked into, as far as the file tells without the certificate: "changed after signing: …". English.
    bool operator==(const FilledField&) const = default;
};

/// What a form that comes from somebody else holds.
struct FilledForm {
    std::vector<FilledField> fields;
    std::vector<std::string> notes;  ///< What was written beside the fields: contents of comments, typewriter text, stamps …
    std::map<std::string, std::string> attachments;  ///< Embedded files by name: "source.xml" where there is one, no others.
    std::string page_text;           ///< What the pages themselves show, as far as its fonts tell; empty where they don't.
    std::size_t pages = 0;
};

/// Reads a stranger's PDF in a process of its own (base::run_isolated), repaired where it is damaged. Throws Error: malformed, unsupported
/// (a password is needed), limit_exceeded (size, ten seconds, 128 MB of memory beside the file, number of fields).
FilledForm read_filled_form(std::string_view bytes);

/// The form as bytes for another process, and back.
std::string to_wire(const FilledForm& form);
FilledForm from_wire(std::string_view wire);

}  // namespace irikteu::pdf
