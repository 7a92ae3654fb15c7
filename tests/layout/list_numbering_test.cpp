#include "layout/list_numbering.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace irikteu::layout {
namespace {

using Numbering = StructureElement::Numbering;

TEST(ListNumbering, IsToldFromTheFirstLabel) {
    const std::pair<const char*, Numbering> cases[] = {
        {"1", Numbering::decimal},      {"1)", Numbering::decimal},       {" (12). ", Numbering::decimal}, {"2.1.", Numbering::decimal},    {"1\u00a0)", Numbering::decimal},
        {"\u2022", Numbering::disc},    {"\u25cb", Numbering::circle},    {"\u25aa", Numbering::square},   {"i.", Numbering::lower_roman},  {"IV)", Numbering::upper_roman},
        {"\u0406.", Numbering::upper_roman}, {"\u0406\u0406.", Numbering::upper_roman}, {"a)", Numbering::lower_alpha}, {"\u0430)", Numbering::lower_alpha}, {"C.", Numbering::upper_alpha},
        {"\u2013", Numbering::none},    {"-", Numbering::none},           {"", Numbering::none},           {".", Numbering::none},          {"\u0410\u0431", Numbering::none},
        {"1-2", Numbering::none},       {"*", Numbering::none}};
    for (const auto& [label, numbering] : cases) EXPECT_EQ(list_numbering(label), numbering) << label;
}

}  // namespace
}  // namespace irikteu::layout
