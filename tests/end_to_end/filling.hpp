#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>

#include "end_to_end/program.hpp"

namespace irikteu::end_to_end {

/// What to type into a field; nothing leaves it as it is, "on" ticks a box. `type` is /Tx, /Btn or /Sig.
using Typing = std::function<std::optional<std::string>(const std::string& name, const std::string& type)>;

/// Fills fields as a viewer does: /V is set, what showed the empty field is taken away. Returns how many were filled.
inline std::size_t fill_each(const std::string& blank, const Typing& typing, const std::string& filled) {
    nlohmann::json all = nlohmann::json::parse(support::run({"qpdf", "--json-output", blank, "-"}).out);
    std::size_t done = 0;
    for (auto& [key, object] : all["qpdf"][1].items()) {
        if (!object.contains("value") || !object["value"].is_object() || !object["value"].contains("/T")) continue;
        nlohmann::json& field = object["value"];
        const auto value = typing(field["/T"].get<std::string>().substr(2), field["/FT"].get<std::string>());
        if (!value) continue;
        ++done;
        if (field["/FT"] == "/Btn") {
            field["/V"] = field["/AS"] = "/on";
        } else {
            field["/V"] = "u:" + *value;
            field.erase("/AP");
        }
    }
    const std::string json = filled + ".json";
    std::ofstream(json) << all.dump();
    EXPECT_EQ(support::run({"qpdf", "--json-input", json, filled}).status, 0);
    fs::remove(json);
    return done;
}

/// The same for fields by name, all of which must be there.
inline void fill(const std::string& blank, const std::map<std::string, std::string>& values, const std::string& filled) {
    const auto typing = [&](const std::string& name, const std::string&) {
        const auto value = values.find(name);
        return value == values.end() ? std::nullopt : std::optional(value->second);
    };
    ASSERT_EQ(fill_each(blank, typing, filled), values.size()) << "not all fields are there";
}

}  // namespace irikteu::end_to_end
