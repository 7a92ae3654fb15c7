#include "pipeline/notice_answer.hpp"

namespace irikteu::pipeline {

xml::Document answer_data(const Issuer& issuer, const Competition& competition, const std::string& kind, const Notice& notice, const xml::Document& brief) {
    xml::Document data = issuer.data(kind, competition.id() + '/' + notice.number, {&brief}, {}, &notice.dossier);
    xml::Node request = data.root().append_with_text("request", xml::normalize_space(notice.node.text()));
    for (const char* name : {"kind", "number", "received"}) {
        if (const auto value = notice.node.attribute(name)) request.set_attribute(name, *value);
    }
    request.set_attribute("accepted", notice.in_time ? "true" : "false");
    return data;
}

}  // namespace irikteu::pipeline
