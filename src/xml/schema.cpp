#include "xml/schema.hpp"

#include <libxml/xmlschemas.h>

#include "base/error.hpp"
#include "xml/library.hpp"

namespace irikteu::xml {

using base::ErrorCode;

namespace {

constexpr std::uint64_t kMaxSchemaBytes = 16u << 20;
constexpr std::size_t kMaxFaults = 1000;

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "." : path.substr(0, slash);
}

void on_fault(void* user, xmlErrorPtr error) {
    auto& faults = *static_cast<std::vector<SchemaFault>*>(user);
    if (faults.size() >= kMaxFaults) return;
    faults.push_back({one_line(error->message), error->line, Node(static_cast<xmlNodePtr>(error->node))});
}

struct FreeParser {
    void operator()(xmlSchemaParserCtxtPtr context) const { xmlSchemaFreeParserCtxt(context); }
};
struct FreeValidator {
    void operator()(xmlSchemaValidCtxtPtr context) const { xmlSchemaFreeValidCtxt(context); }
};

}  // namespace

Schema Schema::load(const base::Disk& disk, const std::string& path) {
    initialise();
    Document document = Document::parse(disk.read(path, kMaxSchemaBytes), path);
    document.raw()->URL = xmlStrdup(BAD_CAST path.c_str());
    const OpenScope scope(disk, folder_of(path));
    const ErrorCollector collected;
    const std::unique_ptr<xmlSchemaParserCtxt, FreeParser> parser(xmlSchemaNewDocParserCtxt(document.raw()));
    std::shared_ptr<void> raw(xmlSchemaParse(parser.get()),
                              [](void* schema) { xmlSchemaFree(static_cast<xmlSchemaPtr>(schema)); });
    if (!raw) throw collected.error(ErrorCode::invalid, "is not an XML Schema", path);
    Schema schema;
    schema.raw_ = std::move(raw);
    return schema;
}

std::vector<SchemaFault> Schema::validate(const Document& document) const {
    std::vector<SchemaFault> faults;
    const std::unique_ptr<xmlSchemaValidCtxt, FreeValidator> context(
        xmlSchemaNewValidCtxt(static_cast<xmlSchemaPtr>(raw_.get())));
    xmlSchemaSetValidStructuredErrors(context.get(), on_fault, &faults);
    const int result = xmlSchemaValidateDoc(context.get(), document.raw());
    if (result != 0 && faults.empty()) {
        throw base::Error(ErrorCode::invalid, "the schema could not be applied", {document.source(), 0, 0, {}});
    }
    return faults;
}

}  // namespace irikteu::xml
