#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "xml/node.hpp"

namespace irikteu::outline {

/// What a road map says in a place, and where.
struct Value {
    std::string text;
    xml::Node node;
};

/// A measure.
struct Event {
    std::string number;
    xml::Node node;
    std::map<std::string, Value> fields;                 ///< By element: title, form, executor, source, concept …
    std::vector<std::pair<std::string, Value>> volumes;  ///< By year; "" where the column names none.
};

struct Group {
    int number = 0;  ///< From 1; 0 where it is none of the prescribed ones.
    Value title;
    std::vector<Event> events;
};

/// Writes a group with its measures into an element of that name (dossier.xsd).
void write_group(xml::Node node, const Group& group);

}  // namespace irikteu::outline
