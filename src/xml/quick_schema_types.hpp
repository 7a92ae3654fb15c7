#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "xml/quick_schema.hpp"

namespace irikteu::xml {

/// For quick_schema*.cpp only: a schema's types as they are asked of a document.
namespace quick {

/// A simple type. Of `opaque` nothing is known: what has it is undecided.
struct Simple {
    enum class Kind { opaque, string, enumeration, whole, positive, decimal, boolean, language };
    Kind kind = Kind::opaque;
    std::vector<std::string> values;  ///< Of an enumeration.
};

struct Attribute {
    std::string name, namespace_uri;
    const Simple* type = nullptr;
    bool is_required = false;
};

struct Type;

struct Particle {
    std::string name;
    const Type* type = nullptr;
    bool is_required = false;
    bool repeats = false;  ///< Without end; else once.
};

struct Type {
    enum class Content {
        opaque,    ///< Not looked at: undecided.
        nothing,
        text,
        sequence,  ///< The particles in their order.
        choice,    ///< Any of the particles, as often as one likes.
        all        ///< Each particle at most once, in any order.
    };
    Content content = Content::opaque;
    const Simple* text = nullptr;
    std::vector<Particle> particles;
    bool may_lack_all = false;  ///< The group itself need not be there.
    std::vector<Attribute> attributes;
};

}  // namespace quick

struct QuickSchema::State {
    std::string target;
    std::deque<quick::Simple> simples;  ///< References into both stay good.
    std::deque<quick::Type> types;
    std::vector<quick::Particle> roots;
};

}  // namespace irikteu::xml
