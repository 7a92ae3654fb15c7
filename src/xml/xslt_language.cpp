#include "base/error.hpp"
#include "xml/library.hpp"
#include "xml/xslt_language_state.hpp"

namespace irikteu::xml {

XsltLanguage::State::~State() { xsltFreeStylesheet(sheet); }

XsltLanguage XsltLanguage::compile(Document stylesheet, const base::Disk& disk, const std::string& path) {
    initialise();
    auto state = std::make_shared<State>();
    state->disk = &disk;
    const std::size_t slash = path.rfind('/');
    state->folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    const ErrorCollector collected;
    const OpenScope scope(disk, state->folder);
    xmlDocPtr raw = stylesheet.release();
    raw->URL = xmlStrdup(BAD_CAST path.c_str());
    state->sheet = xsltParseStylesheetDoc(raw);
    if (state->sheet == nullptr) xmlFreeDoc(raw);
    if (state->sheet == nullptr || state->sheet->errors != 0)
        throw collected.error(base::ErrorCode::malformed, "its declarations are no XSLT 1.0", path);
    XsltLanguage result;
    result.state_ = std::move(state);
    return result;
}

}  // namespace irikteu::xml
