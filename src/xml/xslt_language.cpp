#include "xml/xslt_language.hpp"

#include <libxslt/extensions.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>

#include <utility>

#include "base/error.hpp"
#include "xml/library.hpp"
#include "xml/tree_room.hpp"
#include "xml/xslt_language_state.hpp"

namespace irikteu::xml {

namespace {
xsltStylesheetPtr sheet_of(const XsltLanguage::State& state) { return static_cast<xsltStylesheetPtr>(state.sheet); }
xsltTransformContextPtr transformation_of(void* raw) { return static_cast<xsltTransformContextPtr>(raw); }
}  // namespace

XsltLanguage::State::~State() { xsltFreeStylesheet(sheet_of(*this)); }

XsltLanguage XsltLanguage::compile(Document stylesheet, const base::Disk& disk, const std::string& path) {
    initialise_xslt();
    auto state = std::make_shared<State>();
    state->disk = &disk;
    const std::size_t slash = path.rfind('/');
    state->folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    const ErrorCollector collected;
    const OpenScope scope(disk, state->folder);
    xmlDocPtr raw = stylesheet.release();
    mix_into(raw);
    raw->URL = xmlStrdup(BAD_CAST path.c_str());
    prepare_extensions(raw);
    xsltStylesheetPtr sheet = xsltParseStylesheetDoc(raw);
    state->sheet = sheet;
    if (sheet == nullptr) xmlFreeDoc(raw);
    if (sheet == nullptr || sheet->errors != 0)
        throw collected.error(base::ErrorCode::malformed, "its declarations are no XSLT 1.0", path);
    XsltLanguage result;
    result.state_ = std::move(state);
    return result;
}

XsltRun::XsltRun(const XsltLanguage::State& language, xmlDocPtr document)
    : transformation_(xsltNewTransformContext(sheet_of(language), document)) {
    xsltTransformContextPtr transformation = transformation_of(transformation_);
    transformation->initialContextDoc = document;
    transformation->inst = xmlDocGetRootElement(sheet_of(language)->doc);  // document() is relative to it.
}
XsltRun::~XsltRun() {
    // The namespaces are the XPathContext's.
    context()->namespaces = nullptr;
    context()->nsNr = 0;
    xsltFreeTransformContext(transformation_of(transformation_));
}

xmlXPathContextPtr XsltRun::context() const { return transformation_of(transformation_)->xpathCtxt; }
void XsltRun::set_current(xmlNodePtr node) { transformation_of(transformation_)->node = node; }

xmlXPathObjectPtr XsltRun::variable(const xmlChar* name, const xmlChar* uri) const {
    return xsltXPathVariableLookup(transformation_of(transformation_), name, uri);
}

namespace {
/// The next of the trees that were made, taken out of their list; nullptr where there is none.
xmlDocPtr take_tree(xsltTransformContextPtr transformation) {
    xmlDocPtr tree = transformation->localRVT;
    if (tree == nullptr) return nullptr;
    transformation->localRVT = reinterpret_cast<xmlDocPtr>(tree->next);
    tree->next = tree->prev = nullptr;
    return tree;
}
}  // namespace

xmlDocPtr XsltRun::set_apart() { return std::exchange(transformation_of(transformation_)->localRVT, nullptr); }

bool XsltRun::release(xmlDocPtr apart) {
    xsltTransformContextPtr transformation = transformation_of(transformation_);
    const bool any = transformation->localRVT != nullptr;
    while (xmlDocPtr tree = take_tree(transformation)) {
        if (tree->psvi == XSLT_RVT_GLOBAL) xsltRegisterPersistRVT(transformation, tree);
        else xsltReleaseRVT(transformation, tree);
    }
    transformation->localRVT = apart;
    return any;
}

void XsltRun::keep(xmlDocPtr apart) {
    xsltTransformContextPtr transformation = transformation_of(transformation_);
    while (xmlDocPtr tree = take_tree(transformation)) xsltRegisterPersistRVT(transformation, tree);
    transformation->localRVT = apart;
}

xmlXPathFunction XsltRun::function(const xmlChar* name, const xmlChar* uri) { return xsltExtModuleFunctionLookup(name, uri); }

}  // namespace irikteu::xml
