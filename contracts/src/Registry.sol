// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {Governed} from "./Governed.sol";
import {IRegistry, Kind, Split} from "./interfaces/IRegistry.sol";

/// @title Registry
/// @notice See IRegistry.
contract Registry is IRegistry, Governed, ERC721 {
    /// All but the head in one slot: a struct inside would take one of its own, so splits are packed, the provider's share uppermost.
    struct Asset {
        Kind kind;
        uint32 version;
        uint64 split;
        uint64 next;
        uint48 nextAt; // 0: nothing announced
        bytes32 head;
    }

    uint256 public constant NOTICE = 7 days;
    uint256 public constant MAX_MIN_PROTOCOL_BPS = 1_000;
    uint256 public constant COMMONS = 1;
    uint256 private constant BPS = 10_000;

    // One slot: both are read at each registration.
    uint240 private _count;
    uint16 public minProtocolBps;
    mapping(uint256 id => Asset) private _assets;

    /// @param minProtocol The protocol's least share of a fee, in basis points; at most 1,000.
    /// @param commonsHash Content hash of the commons' first version.
    constructor(uint16 minProtocol, bytes32 commonsHash, string memory commonsUri, address governance_)
        Governed(governance_)
        ERC721("OpenLedger Asset", "OASSET")
    {
        minProtocolBps = uint16(_bounded("minProtocolBps", minProtocol, 0, MAX_MIN_PROTOCOL_BPS));
        // Owned by the registry itself, which has no way to act as an owner: nobody can publish, reprice or transfer the commons.
        _create(address(this), Kind.Datanet, Split(0, 0, 0, 0));
        _publish(COMMONS, commonsHash, new uint256[](0), commonsUri);
    }

    modifier onlyOwner(uint256 id) {
        if (ownerOf(id) != msg.sender) revert Registry_NotOwner(id, msg.sender);
        _;
    }

    /// @inheritdoc IRegistry
    function register(
        Kind kind,
        Split calldata split,
        bytes32 contentHash,
        uint256[] calldata parents,
        string calldata uri
    ) external returns (uint256 id) {
        id = _create(msg.sender, kind, split);
        _publish(id, contentHash, parents, uri);
    }

    /// @inheritdoc IRegistry
    function publish(uint256 id, bytes32 contentHash, uint256[] calldata parents, string calldata uri)
        external
        onlyOwner(id)
    {
        _publish(id, contentHash, parents, uri);
    }

    /// @inheritdoc IRegistry
    function setSplit(uint256 id, Split calldata split) external onlyOwner(id) {
        _checkSplit(split);
        Asset storage a = _assets[id];
        if (_nextHolds(a)) a.split = a.next;
        (a.next, a.nextAt) = (_pack(split), uint48(block.timestamp + NOTICE));
        emit SplitSet(id, split, a.nextAt);
    }

    /// @inheritdoc IRegistry
    function setPayout(address to) external {
        emit PayoutSet(msg.sender, to);
    }

    /// @inheritdoc IRegistry
    function setMinProtocolBps(uint16 bps) external onlyGovernance {
        minProtocolBps = uint16(_bounded("minProtocolBps", bps, 0, MAX_MIN_PROTOCOL_BPS));
    }

    /// @inheritdoc IRegistry
    function count() public view returns (uint256) {
        return _count;
    }

    /// @inheritdoc IRegistry
    function ownerOf(uint256 id) public view override(ERC721, IRegistry) returns (address) {
        return super.ownerOf(id);
    }

    /// @inheritdoc IRegistry
    function kindOf(uint256 id) external view returns (Kind) {
        return _known(id).kind;
    }

    /// @inheritdoc IRegistry
    function versionOf(uint256 id) external view returns (uint32) {
        return _known(id).version;
    }

    /// @inheritdoc IRegistry
    function headOf(uint256 id) external view returns (bytes32) {
        return _known(id).head;
    }

    /// @inheritdoc IRegistry
    function splitOf(uint256 id) external view returns (Split memory) {
        Asset storage a = _known(id);
        uint64 s = _nextHolds(a) ? a.next : a.split;
        return Split(uint16(s >> 48), uint16(s >> 32), uint16(s >> 16), uint16(s));
    }

    function _create(address owner, Kind kind, Split memory split) private returns (uint256 id) {
        _checkSplit(split);
        id = ++_count;
        // Not _safeMint: no callback while the asset is half made.
        _mint(owner, id);
        Asset storage a = _assets[id];
        (a.kind, a.split) = (kind, _pack(split));
        emit Registered(id, kind, owner);
        emit SplitSet(id, split, block.timestamp);
    }

    function _publish(uint256 id, bytes32 contentHash, uint256[] memory parents, string memory uri) private {
        uint256 newest = parents.length == 0 ? 0 : _count;
        for (uint256 i; i < parents.length; ++i) {
            uint256 parent = parents[i];
            if (parent == 0 || parent > newest || parent == id) revert Registry_UnknownParent(parent);
        }
        Asset storage a = _assets[id];
        uint32 version = ++a.version;
        a.head = keccak256(abi.encode(a.head, contentHash, parents, uri));
        emit Published(id, version, contentHash, parents, uri);
    }

    function _known(uint256 id) private view returns (Asset storage a) {
        a = _assets[id];
        if (a.version == 0) revert Registry_UnknownAsset(id);
    }

    function _nextHolds(Asset storage a) private view returns (bool) {
        return a.nextAt != 0 && block.timestamp >= a.nextAt;
    }

    function _pack(Split memory s) private pure returns (uint64) {
        return uint64(s.provider) << 48 | uint64(s.owner) << 32 | uint64(s.contributors) << 16 | s.stakers;
    }

    function _checkSplit(Split memory s) private view {
        uint256 sum = uint256(s.provider) + s.owner + s.contributors + s.stakers + minProtocolBps;
        if (sum > BPS) revert Registry_BadSplit(sum);
    }
}
