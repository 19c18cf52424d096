// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Registry} from "../../src/Registry.sol";
import {IRegistry, Kind, Split} from "../../src/interfaces/IRegistry.sol";
import {World} from "../base/World.sol";

contract RegistryTest is World {
    Split private full = Split(2_000, 1_500, 5_000, 1_000); // 9,500: exactly what a protocol share of 500 leaves
    uint256[] private noParents;

    function _error(bytes4 selector, uint256 value) private pure returns (bytes memory) {
        return abi.encodeWithSelector(selector, value);
    }

    function _provider(uint256 id) private view returns (uint256) {
        return registry.splitOf(id).provider;
    }

    // --- constructor ---

    function test_Constructor_WhenTheProtocolShareIsTooLarge_ItReverts() public {
        new Registry(1_000, 0, "", COUNCIL);
        _outOfBounds("minProtocolBps", 1_001, 0, 1_000);
        new Registry(1_001, 0, "", COUNCIL);
    }

    function test_Constructor_ItRegistersTheCommonsForNobody() public {
        bytes32 head = keccak256(abi.encode(bytes32(0), keccak256("commons"), noParents, "ipfs://commons"));
        Registry fresh = new Registry(500, keccak256("commons"), "ipfs://commons", COUNCIL);
        uint256 id = fresh.COMMONS();
        vm.assertEq(id, 1);
        vm.assertEq(fresh.count(), 1);
        vm.assertEq(fresh.ownerOf(id), address(fresh));
        vm.assertTrue(fresh.kindOf(id) == Kind.Datanet);
        vm.assertEq(fresh.versionOf(id), 1);
        vm.assertEq(fresh.headOf(id), head);
        vm.assertEq(keccak256(abi.encode(fresh.splitOf(id))), keccak256(abi.encode(Split(0, 0, 0, 0))));
    }

    // --- register ---

    function test_Register_WhenTheSplitIsTooLarge_ItReverts() public {
        registry.register(Kind.Model, full, 0, noParents, "");
        full.stakers += 1;
        vm.expectRevert(_error(IRegistry.Registry_BadSplit.selector, 10_001));
        registry.register(Kind.Model, full, 0, noParents, "");
    }

    function test_Register_WhenTheSumWouldWrapAUint16_ItReverts() public {
        vm.expectRevert(_error(IRegistry.Registry_BadSplit.selector, 4 * 65_535 + 500));
        registry.register(Kind.Model, Split(65_535, 65_535, 65_535, 65_535), 0, noParents, "");
    }

    function test_Register_WhenAParentIsUnknown_ItReverts() public {
        uint256 next = registry.count() + 1;
        uint256[3] memory bad = [uint256(0), next, next + 1];
        for (uint256 i; i < bad.length; ++i) {
            uint256[] memory parents = new uint256[](1);
            parents[0] = bad[i];
            vm.expectRevert(_error(IRegistry.Registry_UnknownParent.selector, bad[i]));
            registry.register(Kind.Model, full, 0, parents, "");
        }
    }

    function test_Register_ItCreatesVersionOneOfTheCallers() public {
        uint256[] memory parents = new uint256[](2);
        (parents[0], parents[1]) = (1, attributor);
        uint256 id = registry.count() + 1;
        vm.expectEmit(address(registry));
        emit IRegistry.Registered(id, Kind.Model, ALICE);
        vm.expectEmit(address(registry));
        emit IRegistry.SplitSet(id, full, block.timestamp);
        vm.expectEmit(address(registry));
        emit IRegistry.Published(id, 1, keccak256("m"), parents, "ipfs://m");
        vm.prank(ALICE);
        vm.assertEq(registry.register(Kind.Model, full, keccak256("m"), parents, "ipfs://m"), id);
        vm.assertEq(registry.ownerOf(id), ALICE);
        vm.assertTrue(registry.kindOf(id) == Kind.Model);
        vm.assertEq(registry.versionOf(id), 1);
        vm.assertEq(registry.count(), id);
        vm.assertEq(keccak256(abi.encode(registry.splitOf(id))), keccak256(abi.encode(full)));
        vm.assertEq(registry.headOf(id), keccak256(abi.encode(bytes32(0), keccak256("m"), parents, "ipfs://m")));
    }

    // --- publish ---

    function test_Publish_WhenTheCallerIsNotTheOwner_ItReverts() public {
        uint256 id = _register(ALICE, Kind.Model);
        vm.expectRevert(abi.encodeWithSelector(IRegistry.Registry_NotOwner.selector, id, BOB));
        vm.prank(BOB);
        registry.publish(id, 0, noParents, "");
    }

    function test_Publish_WhenTheAssetIsTheCommons_NobodyCan() public {
        address[3] memory callers = [COUNCIL, address(curation), address(this)];
        for (uint256 i; i < callers.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IRegistry.Registry_NotOwner.selector, 1, callers[i]));
            vm.prank(callers[i]);
            registry.publish(1, 0, noParents, "");
        }
    }

    function test_Publish_WhenAParentIsUnknownOrItself_ItReverts() public {
        uint256 id = _register(ALICE, Kind.Model);
        uint256[3] memory bad = [0, id, id + 1];
        for (uint256 i; i < bad.length; ++i) {
            uint256[] memory parents = new uint256[](1);
            parents[0] = bad[i];
            vm.expectRevert(_error(IRegistry.Registry_UnknownParent.selector, bad[i]));
            vm.prank(ALICE);
            registry.publish(id, 0, parents, "");
        }
    }

    function test_Publish_ItRaisesTheVersionAndChainsTheHead() public {
        uint256 id = _register(ALICE, Kind.Model);
        uint256 younger = _register(BOB, Kind.Datanet);
        bytes32 before = registry.headOf(id);
        uint256[] memory parents = new uint256[](1);
        parents[0] = younger;
        vm.expectEmit(address(registry));
        emit IRegistry.Published(id, 2, keccak256("v2"), parents, "ipfs://v2");
        vm.prank(ALICE);
        registry.publish(id, keccak256("v2"), parents, "ipfs://v2");
        vm.assertEq(registry.versionOf(id), 2);
        vm.assertEq(registry.headOf(id), keccak256(abi.encode(before, keccak256("v2"), parents, "ipfs://v2")));
    }

    function test_Publish_FollowsATransfer() public {
        uint256 id = _register(ALICE, Kind.Model);
        vm.prank(ALICE);
        registry.transferFrom(ALICE, BOB, id);
        vm.prank(BOB);
        registry.publish(id, keccak256("v2"), noParents, "");
        vm.expectRevert(abi.encodeWithSelector(IRegistry.Registry_NotOwner.selector, id, ALICE));
        vm.prank(ALICE);
        registry.publish(id, keccak256("v3"), noParents, "");
    }

    // --- setSplit ---

    function test_SetSplit_WhenTheCallerIsNotTheOwner_ItReverts() public {
        uint256 id = _register(ALICE, Kind.Model);
        vm.expectRevert(abi.encodeWithSelector(IRegistry.Registry_NotOwner.selector, id, BOB));
        vm.prank(BOB);
        registry.setSplit(id, full);
    }

    function test_SetSplit_WhenTheSplitIsTooLarge_ItReverts() public {
        uint256 id = _register(ALICE, Kind.Model);
        vm.expectRevert(_error(IRegistry.Registry_BadSplit.selector, 10_500));
        vm.prank(ALICE);
        registry.setSplit(id, Split(10_000, 0, 0, 0));
    }

    function test_SetSplit_HoldsAfterSevenDaysAndNotBefore() public {
        uint256 id = _register(ALICE, Kind.Model);
        vm.expectEmit(address(registry));
        emit IRegistry.SplitSet(id, Split(1, 0, 0, 0), START + 7 days);
        vm.prank(ALICE);
        registry.setSplit(id, Split(1, 0, 0, 0));
        vm.assertEq(_provider(id), 2_000);
        vm.warp(START + 7 days - 1);
        vm.assertEq(_provider(id), 2_000);
        vm.warp(START + 7 days);
        vm.assertEq(_provider(id), 1);
    }

    function test_SetSplit_WhenAnnouncedAgainBeforeItHolds_TheFirstNeverHolds() public {
        uint256 id = _register(ALICE, Kind.Model);
        vm.startPrank(ALICE);
        registry.setSplit(id, Split(1, 0, 0, 0));
        vm.warp(START + 6 days);
        registry.setSplit(id, Split(2, 0, 0, 0));
        vm.warp(START + 8 days);
        vm.assertEq(_provider(id), 2_000);
        vm.warp(START + 13 days);
        vm.assertEq(_provider(id), 2);
    }

    function test_SetSplit_WhenAnnouncedAgainAfterItHolds_TheFirstHoldsMeanwhile() public {
        uint256 id = _register(ALICE, Kind.Model);
        vm.startPrank(ALICE);
        registry.setSplit(id, Split(1, 0, 0, 0));
        vm.warp(START + 7 days);
        registry.setSplit(id, Split(2, 0, 0, 0));
        vm.assertEq(_provider(id), 1);
        vm.warp(START + 14 days);
        vm.assertEq(_provider(id), 2);
    }

    // --- views ---

    function test_Views_WhenTheAssetDoesNotExist_TheyRevert() public {
        bytes memory unknown = _error(IRegistry.Registry_UnknownAsset.selector, 99);
        vm.expectRevert(unknown);
        registry.kindOf(99);
        vm.expectRevert(unknown);
        registry.versionOf(99);
        vm.expectRevert(unknown);
        registry.headOf(99);
        vm.expectRevert(unknown);
        registry.splitOf(99);
        vm.expectRevert(abi.encodeWithSignature("ERC721NonexistentToken(uint256)", 99));
        registry.ownerOf(99);
    }
}
